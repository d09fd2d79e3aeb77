import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { AskedLeave } from '../closing/askedLeave.ts';
import type { Speech } from '../language/speech.ts';
import type { Clock, PowerPort, TrayItem, TrayPort, WindowPort } from '../ports.ts';
import type { Entrances } from '../session/entrances.ts';
import type { Sharing } from '../share/sharing.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import { exitNotification } from './exitNotification.ts';
import { createMinutes, type Minutes } from './minutes.ts';
import type { TellUnseen } from './tellUnseen.ts';
import { isOn, trayView } from './trayView.ts';
import { createWaking, neededAwake, type Waking } from './wakefulness.ts';

/** What the desktop shows of the app outside its window: tray, notifications, and a display that stays awake. */
export interface Desktop {
  clicked(item: TrayItem['id']): void;
  /** Lets go of everything. */
  release(): void;
}

interface Parts {
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly sharing: Sharing;
  readonly entrances: Entrances;
  readonly askedLeave: AskedLeave;
  readonly window: WindowPort;
  readonly tray: TrayPort;
  readonly speech: Speech;
  readonly tellUnseen: TellUnseen;
  readonly power: PowerPort;
  readonly clock: Clock;
  readonly quit: () => void;
}

export function createDesktop(parts: Parts): Desktop {
  return new Surroundings(parts);
}

class Surroundings implements Desktop {
  readonly #parts: Parts;
  readonly #waking: Waking;
  readonly #minutes: Minutes;
  #released = false;
  /** What was said last: it is asked for with every change of anything, and is another one once a minute. */
  #said = { minutes: 0, locale: '', text: '' };

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#waking = createWaking(parts.power);
    this.#minutes = createMinutes(parts.clock, () => this.#showTray());
    const { store, entrances } = parts;
    store.onTold((snapshot, before) => {
      this.#minutes.follow(isInside(snapshot.session) && !this.#released);
      this.#showTray();
      if (!this.#released) this.#waking.hold(neededAwake(snapshot));
      if (snapshot.session === before.session) return;
      if (!isSameExit(snapshot.session, before.session)) this.#notify(snapshot);
    });
    entrances.onBusy(() => this.#showTray());
    this.#showTray();
  }

  clicked(item: TrayItem['id']): void {
    const { store, capture, sharing, askedLeave, window, quit } = this.#parts;
    switch (item) {
      case 'microphone':
      case 'camera':
        capture.want(item, !isOn(store.current.capture[item]));
        return;
      case 'share':
        sharing.stop();
        return;
      case 'leave':
        askedLeave.leave();
        return;
      case 'show':
        window.show();
        return;
      case 'quit':
        quit();
    }
  }

  release(): void {
    this.#released = true;
    this.#waking.hold(null);
    this.#minutes.follow(false);
    this.#parts.tray.destroy();
  }

  #showTray(): void {
    const { tray, store, entrances, speech } = this.#parts;
    if (this.#released) return;
    const view = trayView(speech.t, store.current, entrances.busy);
    const { passed } = this.#minutes;
    tray.show(
      passed === null || passed === 0 ? view : { ...view, tooltip: `${view.tooltip} · ${this.#inMinutes(passed)}` },
    );
  }

  /** "12 min", as one writes it in the language that is spoken. */
  #inMinutes(minutes: number): string {
    const { locale } = this.#parts.speech.language;
    if (minutes !== this.#said.minutes || locale !== this.#said.locale) {
      const words = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
      this.#said = { minutes, locale, text: words.format(minutes) };
    }
    return this.#said.text;
  }

  /** At the one step on which the exit is released. */
  #notify({ session }: AppSnapshot): void {
    if (session.phase !== 'over' || !session.exit.released) return;
    const text = exitNotification(this.#parts.speech.t, session.exit);
    if (text !== null) this.#parts.tellUnseen(text);
  }
}

/** Told already: what changed since is only whether there is a way back. */
function isSameExit(now: Session, before: Session): boolean {
  return now.phase === 'over' && before.phase === 'over' && now.exit === before.exit;
}
