import type { ParticipantId } from '#protocol/ids.ts';
import type { MeetingClient } from '#client/contract.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { HostingServer } from '../hosting/hosting.ts';
import { servedIn, servedOthers } from '../hosting/served.ts';
import type { Clock, Log, WindowPort } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { Recording } from '../recording/recording.ts';
import type { Leaving } from '../session/leaving.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** Milliseconds for the client to say its last words. */
const DISPOSE_MS = 3_000;
/** Milliseconds after which the app goes, whatever still hangs. */
export const LONGEST_QUIT_MS = 12_000;

/** The way out of the app: asked in a meeting, or while others are in one on this computer; always through the same steps. */
export interface Quitting {
  /** The app is asked to quit. True: everything is done, it may go now. */
  requested(): boolean;
  /** The system is going down, or the terminal is: nobody can be asked. */
  withoutAsking(): void;
  /** On the way out, past every question. */
  readonly underway: boolean;
}

interface Parts {
  readonly store: SnapshotStore;
  readonly client: MeetingClient;
  readonly prompts: PromptDesk;
  readonly leaving: Leaving;
  readonly recording: Pick<Recording, 'stopAndWait'>;
  readonly hosting: HostingServer;
  readonly window: WindowPort;
  readonly clock: Clock;
  /** Releases what else is held: power blocker, tray, files. */
  readonly releaseAll: () => void;
  /** Ends the process; `requested` is asked again and says yes. */
  readonly exit: () => void;
  readonly log: Log;
}

export function createQuitting(parts: Parts): Quitting {
  return new Quit(parts);
}

class Quit implements Quitting {
  readonly #parts: Parts;
  #stage: 'running' | 'leaving' | 'done' = 'running';

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get underway(): boolean {
    return this.#stage !== 'running';
  }

  requested(): boolean {
    if (this.#stage === 'done') return true;
    if (this.#stage === 'running') {
      void (this.#mustAsk ? this.#ask() : this.#shutDown());
    }
    return false;
  }

  withoutAsking(): void {
    void this.#shutDown();
  }

  /** I would be out of a meeting, or others would lose theirs. */
  get #mustAsk(): boolean {
    return isInMeeting(this.#parts.store.current.session) || this.#served > 0;
  }

  get #served(): number {
    return servedOthers(this.#parts.hosting, this.#parts.store.current.session);
  }

  async #ask(): Promise<void> {
    const { window, prompts } = this.#parts;
    window.show();
    // Asked once more, the question has the newest figures.
    prompts.withdraw('quit');
    const { answer, handOverTo } = await prompts.ask({ kind: 'quit', ...servedIn(this.#served) });
    if (answer === 'leave') await this.#shutDown(handOverTo);
  }

  async #shutDown(handOverTo?: ParticipantId): Promise<void> {
    if (this.#stage !== 'running') return;
    this.#stage = 'leaving';
    const { clock, leaving, recording, client, hosting } = this.#parts;
    clock.schedule(LONGEST_QUIT_MS, () => this.#finish());
    await this.#step('leave', () => leaving.leaveAndWait(handOverTo));
    // The page hands the rest over after that, and goes with the window.
    await this.#step('recording', () => recording.stopAndWait());
    await this.#step('client', () => client.dispose(DISPOSE_MS));
    // Last, because until then my own leave may be on its way to it.
    await this.#step('hosting', () => hosting.close());
    this.#finish();
  }

  async #step(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#parts.log('quit-step-failed', { step: name, error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  #finish(): void {
    if (this.#stage === 'done') return;
    this.#stage = 'done';
    const { store, log, releaseAll, exit } = this.#parts;
    const { microphone, camera, screen } = store.current.capture;
    log('quit', { live: microphone.live || camera.live || screen.live });
    store.settle();
    releaseAll();
    exit();
  }
}
