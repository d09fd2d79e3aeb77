import type { Result } from '#protocol/errors.ts';
import type { UpdateFailure, Updates as View } from '#protocol/ipc/updates.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { HostingServer } from '../hosting/hosting.ts';
import { servedOthers } from '../hosting/served.ts';
import type { Clock, Log } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** Milliseconds from the start to the first look: whoever starts the app wants into a meeting. */
export const FIRST_MS = 15_000;
export const DAY_MS = 86_400_000;

/** What came of a look at the feed. `ready`: downloaded, and what the feed says it is. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly why: UpdateFailure };

/** The library that fetches, verifies and installs. */
export interface UpdaterPort {
  /** Why there are no updates here; null where there are. */
  readonly off: Extract<View, { readonly state: 'off' }>['why'] | null;
  fetch(onProgress: (version: string, percent: number) => void): Promise<Outcome>;
  /** Whether what is ready is installed when the app has quit. */
  installOnQuit(on: boolean): void;
  /** Installs what is ready and starts it, in place of this app, which is over by then. */
  installNow(): void;
}

/** Looks for newer versions at the start, daily and by hand; never in a meeting, and nothing is installed unasked. */
export interface Updates {
  /** `wrong-phase` where there are none here, or one look is under way. */
  check(): Result<null>;
  /** Installs what is ready, after the usual way out. `wrong-phase` in a meeting, `others-served` while I serve one. */
  restart(): Result<null>;
  /** The same, but when I quit. */
  whenIQuit(): Result<null>;
  /** The app's last act: what is ready is installed in its place, where a restart was asked for. */
  takeOver(): void;
}

interface Parts {
  readonly store: SnapshotStore;
  readonly hosting: Pick<HostingServer, 'people'>;
  readonly updater: UpdaterPort;
  readonly clock: Clock;
  readonly quit: () => void;
  readonly log: Log;
}

export function createUpdates(parts: Parts): Updates {
  return new Watch(parts);
}

class Watch implements Updates {
  readonly #parts: Parts;
  /** A look fell due in a meeting. */
  #isDue = false;
  #takesOver = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { store, updater, clock } = parts;
    if (updater.off !== null) {
      store.patch({ updates: { state: 'off', why: updater.off } });
      return;
    }
    this.#show({ state: 'idle', checkedAt: null });
    clock.schedule(FIRST_MS, () => this.#fallDue());
    store.onChange((snapshot) => {
      if (this.#isDue && !isInMeeting(snapshot.session)) this.#fallDue();
    });
  }

  check(): Result<null> {
    if (this.#parts.updater.off !== null || this.#isBusy) return refused('wrong-phase');
    void this.#look();
    return done;
  }

  restart(): Result<null> {
    const { store, hosting, quit, log } = this.#parts;
    const { session, updates } = store.current;
    if (updates?.state !== 'ready' || isInMeeting(session)) return refused('wrong-phase');
    if (servedOthers(hosting, session) > 0) return refused('others-served');
    log('update-restart', { version: updates.version });
    this.#takesOver = true;
    quit();
    return done;
  }

  whenIQuit(): Result<null> {
    const { store, updater } = this.#parts;
    const { updates } = store.current;
    if (updates?.state !== 'ready') return refused('wrong-phase');
    updater.installOnQuit(true);
    this.#show({ ...updates, onQuit: true });
    return done;
  }

  takeOver(): void {
    if (this.#takesOver) this.#parts.updater.installNow();
  }

  get #isBusy(): boolean {
    const state = this.#parts.store.current.updates?.state;
    return state === 'checking' || state === 'downloading';
  }

  /** Once a day, or as soon after as no meeting is in the way of it: what it downloads would be missed there. */
  #fallDue(): void {
    const { store, clock } = this.#parts;
    this.#isDue = isInMeeting(store.current.session);
    if (this.#isDue) return;
    clock.schedule(DAY_MS, () => this.#fallDue());
    if (!this.#isBusy && store.current.updates?.state !== 'ready') void this.#look();
  }

  async #look(): Promise<void> {
    const { store, updater, clock, log } = this.#parts;
    this.#show({ state: 'checking' });
    const outcome = await updater.fetch((version, percent) => {
      const { updates } = store.current;
      const isNews = updates?.state !== 'downloading' || updates.percent !== percent;
      if (isNews && this.#isBusy) this.#show({ state: 'downloading', version, percent });
    });
    log('update-looked-for', { outcome: outcome.kind, ...(outcome.kind === 'failed' && { why: outcome.why }) });
    switch (outcome.kind) {
      case 'none':
        this.#show({ state: 'idle', checkedAt: clock.now() });
        return;
      case 'ready':
        this.#show({ state: 'ready', version: outcome.version, onQuit: false });
        return;
      case 'failed':
        this.#show({ state: 'failed', why: outcome.why });
    }
  }

  #show(updates: View): void {
    this.#parts.store.patch({ updates });
  }
}
