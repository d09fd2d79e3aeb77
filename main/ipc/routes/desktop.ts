import type { Autostart } from '../../autostart/autostart.ts';
import type { Desktop } from '../../desktop/desktop.ts';
import type { MiniWindow } from '../../desktop/miniWindow.ts';
import type { WindowPort } from '../../ports.ts';
import { done } from '../../results.ts';
import type { GlobalShortcuts } from '../../shortcuts/globalShortcuts.ts';
import type { RoutesOf } from '../routes.ts';

/** What the page asks of the desktop around it. */
export function desktopRoutes(parts: {
  readonly autostart: Autostart;
  readonly shortcuts: GlobalShortcuts;
  readonly mini: MiniWindow;
  readonly desktop: Desktop;
  readonly window: WindowPort;
}): RoutesOf<'autostart'> & RoutesOf<'shortcuts'> & RoutesOf<'window'> {
  const { autostart, shortcuts, mini, desktop, window } = parts;
  return {
    'autostart:set': ({ on }) => autostart.set(on),
    'shortcuts:set': ({ action, keys }) => shortcuts.set(action, keys),
    'shortcuts:pause': ({ on }) => {
      shortcuts.pause(on);
      return done;
    },
    'window:mini': () => mini.open(),
    'window:leave': () => {
      desktop.clicked('leave');
      return done;
    },
    'window:show': () => {
      window.show();
      return done;
    },
  };
}
