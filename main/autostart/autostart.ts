import type { Result } from '#protocol/errors.ts';

import type { AutostartPort, Log } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** Whether the app starts, in the tray, when the person logs in. The system keeps that, so the system is asked. */
export interface Autostart {
  /** `not-written` where the system takes no such wish. */
  set(on: boolean): Result<null>;
}

export function createAutostart(parts: {
  readonly store: SnapshotStore;
  readonly autostart: AutostartPort;
  readonly log: Log;
}): Autostart {
  const { store, autostart, log } = parts;
  const show = (): void => store.patch({ app: { ...store.current.app, startsAtLogin: autostart.isOn() } });
  show();
  return {
    set(on) {
      const isKept = autostart.set(on);
      show();
      log('autostart', { on, isKept });
      return isKept ? done : refused('not-written', 'the system does not keep what is started at login');
    },
  };
}
