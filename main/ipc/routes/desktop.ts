import type { MiniWindow } from '../../desktop/miniWindow.ts';
import type { WindowPort } from '../../ports.ts';
import { done } from '../../results.ts';
import type { GlobalShortcuts } from '../../shortcuts/globalShortcuts.ts';
import type { RoutesOf } from '../routes.ts';

/** What the page asks of the desktop around it. */
export function desktopRoutes(parts: {
  readonly shortcuts: GlobalShortcuts;
  readonly mini: MiniWindow;
  readonly window: WindowPort;
}): RoutesOf<'shortcuts'> & RoutesOf<'window'> {
  const { shortcuts, mini, window } = parts;
  return {
    'shortcuts:set': ({ action, keys }) => shortcuts.set(action, keys),
    'shortcuts:pause': ({ on }) => {
      shortcuts.pause(on);
      return done;
    },
    'window:mini': () => mini.open(),
    'window:show': () => {
      window.show();
      return done;
    },
  };
}
