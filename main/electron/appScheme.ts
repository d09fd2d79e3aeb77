import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { protocol } from 'electron';

import { PAGE_ORIGIN } from '../ipc/sender.ts';
import { findAsset, readAsset } from './assets.ts';
import { filesNamedIn } from './namedFiles.ts';

/** The scheme of the page's origin, `app://parley`. */
const SCHEME = 'app';

/** Chromium's own words for what is not there and what can't be asked that way (net_error_list.h). */
const NET_ERRORS = { 404: -6, 405: -322 } as const;

/** Before the app is ready: makes the scheme a real origin, with the same rules as https. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the page from `folder`, and nothing else. Resolves once all that its document names has been handed over: from
 * then on the page is at work with its program, and main need not hurry.
 */
export function serveAppScheme(folder: string): Promise<void> {
  const awaited = new Set(filesNamedIn(readFileSync(join(folder, 'index.html'), 'utf8'), `${PAGE_ORIGIN}/index.html`));
  return new Promise((resolve) => {
    const handedOver = (url: string): void => {
      awaited.delete(url);
      if (awaited.size === 0) resolve();
    };
    // Deprecated, but the one that both ends of the supported range have, and Chromium reads the file where main is not
    // in its way; `handle` takes over where it is gone.
    if (typeof protocol.registerFileProtocol === 'function') {
      protocol.registerFileProtocol(SCHEME, ({ method, url }, respond) => {
        const found = findAsset(folder, method, url);
        // The type is Chromium's to say, by the name of the file.
        if (found.status === 200) respond({ path: found.path, headers: { ...found.headers } });
        else respond({ error: NET_ERRORS[found.status] });
        handedOver(url);
      });
      return;
    }
    protocol.handle(SCHEME, async ({ method, url }) => {
      const { status, headers, body } = await readAsset(folder, method, url);
      handedOver(url);
      return new Response(new Uint8Array(body), { status, headers: { ...headers } });
    });
  });
}
