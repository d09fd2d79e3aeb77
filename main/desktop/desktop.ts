import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import { isInMeeting } from '../capture/phases.ts';
import type { NotificationPort, PowerPort, TrayItem, TrayPort, WindowPort } from '../ports.ts';
import type { Entrances } from '../session/entrances.ts';
import type { Leaving } from '../session/leaving.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import { exitNotification } from './exitNotification.ts';
import { isOn, trayView } from './trayView.ts';

/** What the desktop shows of the app outside its window: tray, notifications, and a display that stays awake. */
export interface Desktop {
  clicked(item: TrayItem['id']): void;
  /** Lets go of everything. */
  release(): void;
}

interface Parts {
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly entrances: Entrances;
  readonly leaving: Leaving;
  readonly window: WindowPort;
  readonly tray: TrayPort;
  readonly notifications: NotificationPort;
  readonly power: PowerPort;
  readonly quit: () => void;
}

export function createDesktop(parts: Parts): Desktop {
  const { store, capture, entrances, leaving, window, tray, notifications, power, quit } = parts;
  let sleepAgain: (() => void) | null = null;

  let released = false;

  const refresh = (): void => {
    if (!released) tray.show(trayView(store.current, entrances.busy));
  };
  const holdAwake = (inMeeting: boolean): void => {
    if (inMeeting) {
      sleepAgain ??= power.keepAwake();
      return;
    }
    sleepAgain?.();
    sleepAgain = null;
  };
  /** At the one step on which the exit is released. */
  const notify = ({ session }: AppSnapshot): void => {
    if (session.phase !== 'over' || !session.exit.released || window.visible) return;
    const text = exitNotification(session.exit);
    if (text !== null) notifications.show(text, () => window.show());
  };
  const toggle = (kind: 'microphone' | 'camera'): void => {
    capture.want(kind, !isOn(store.current.capture[kind]));
  };

  store.onChange((snapshot, before) => {
    refresh();
    if (snapshot.session === before.session) return;
    holdAwake(isInMeeting(snapshot.session));
    notify(snapshot);
  });
  entrances.onBusy(refresh);
  refresh();

  return {
    clicked(item) {
      switch (item) {
        case 'microphone':
        case 'camera':
          toggle(item);
          return;
        case 'leave':
          leaving.leave();
          return;
        case 'show':
          window.show();
          return;
        case 'quit':
          quit();
      }
    },
    release() {
      released = true;
      holdAwake(false);
      tray.destroy();
    },
  };
}
