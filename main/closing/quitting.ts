import type { MeetingClient } from '#client/contract.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { HostingServer } from '../hosting/hosting.ts';
import type { Clock, Log, WindowPort } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { Leaving } from '../session/leaving.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** Milliseconds for the client to say its last words. */
const DISPOSE_MS = 3_000;
/** Milliseconds after which the app goes, whatever still hangs. */
export const LONGEST_QUIT_MS = 12_000;

/** The way out of the app: asked in a meeting, and always through the same steps. */
export interface Quitting {
  /** The app is asked to quit. True: everything is done, it may go now. */
  requested(): boolean;
  /** The system is going down, or the terminal is: nobody can be asked. */
  withoutAsking(): void;
  /** On the way out, past every question. */
  readonly underway: boolean;
}

export function createQuitting(parts: {
  readonly store: SnapshotStore;
  readonly client: MeetingClient;
  readonly prompts: PromptDesk;
  readonly leaving: Leaving;
  readonly hosting: HostingServer;
  readonly window: WindowPort;
  readonly clock: Clock;
  /** Releases what else is held: power blocker, tray, files. */
  readonly releaseAll: () => void;
  /** Ends the process; `requested` is asked again and says yes. */
  readonly exit: () => void;
  readonly log: Log;
}): Quitting {
  const { store, client, prompts, leaving, hosting, window, clock, releaseAll, exit, log } = parts;
  let stage: 'running' | 'leaving' | 'done' = 'running';

  const finish = (): void => {
    if (stage === 'done') return;
    stage = 'done';
    const { capture } = store.current;
    log('quit', { live: capture.microphone.live || capture.camera.live || capture.screen.live });
    releaseAll();
    exit();
  };
  const step = async (name: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log('quit-step-failed', { step: name, error: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const shutDown = async (): Promise<void> => {
    if (stage !== 'running') return;
    stage = 'leaving';
    clock.schedule(LONGEST_QUIT_MS, finish);
    await step('leave', () => leaving.leaveAndWait());
    await step('client', () => client.dispose(DISPOSE_MS));
    // Last, because until then my own leave may be on its way to it.
    await step('hosting', () => hosting.close());
    finish();
  };
  const ask = async (): Promise<void> => {
    window.show();
    const { answer } = await prompts.ask({ kind: 'quit' });
    if (answer === 'leave') await shutDown();
  };

  return {
    requested() {
      if (stage === 'done') return true;
      if (stage === 'running') void (isInMeeting(store.current.session) ? ask() : shutDown());
      return false;
    },
    withoutAsking() {
      void shutDown();
    },
    get underway() {
      return stage !== 'running';
    },
  };
}
