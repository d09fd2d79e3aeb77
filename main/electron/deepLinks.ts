import { resolve } from 'node:path';

import { app } from 'electron';

import { linkIn } from './linkIn.ts';

const SCHEME = 'parley';

/**
 * Links that the system hands over: as an argument of this start or of a second one, or as an event on macOS. Those that
 * come before somebody listens wait.
 */
export function receiveLinks(): {
  onLink(listener: (link: string) => void): void;
  onSecondStart(listener: () => void): void;
} {
  const waiting: string[] = [];
  let onLink: ((link: string) => void) | null = null;
  let onSecondStart: (() => void) | null = null;
  const take = (link: string | null): void => {
    if (link === null) return;
    if (onLink === null) waiting.push(link);
    else onLink(link);
  };

  take(linkIn(process.argv));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(linkIn([url]));
  });
  app.on('second-instance', (_event, argv) => {
    onSecondStart?.();
    take(linkIn(argv));
  });
  return {
    onLink(listener) {
      onLink = listener;
      for (const link of waiting.splice(0)) listener(link);
    },
    onSecondStart(listener) {
      onSecondStart = listener;
    },
  };
}

/** Makes this app the one for `parley://`. Installers of Linux packages do that by their desktop file. */
export function claimScheme(): void {
  const isInstalledByPackage = process.platform === 'linux' && process.env['APPIMAGE'] === undefined;
  if (!app.isPackaged || isInstalledByPackage) return;
  const [, script] = process.argv;
  if (process.defaultApp && script !== undefined) {
    app.setAsDefaultProtocolClient(SCHEME, process.execPath, [resolve(script)]);
  } else app.setAsDefaultProtocolClient(SCHEME);
}
