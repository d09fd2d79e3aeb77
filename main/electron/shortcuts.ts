import { globalShortcut } from 'electron';

import type { ShortcutPort } from '../ports.ts';

/** The system's own list of keys: what another program holds can't be had. */
export const shortcutPort: ShortcutPort = {
  register(keys, onPress) {
    try {
      return globalShortcut.register(keys, onPress);
    } catch {
      // Keys that this system does not have.
      return false;
    }
  },
  unregister(keys) {
    globalShortcut.unregister(keys);
  },
};
