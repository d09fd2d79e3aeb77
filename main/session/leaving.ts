import type { ParticipantId } from '#protocol/ids.ts';
import type { MeetingClient } from '#client/contract.ts';

import type { Clock } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { Entrances } from './entrances.ts';
import { RELEASE_MS } from './releaseGuard.ts';

/** Milliseconds for a server to answer a leave. */
const ANSWER_MS = 3_000;

/** Gets me out, from wherever I am. */
export interface Leaving {
  /** Asks for it and returns: tray, shortcut. `handOverTo` is host after me. Also ends what is only under way. */
  leave(handOverTo?: ParticipantId): void;
  /** Settles when I am out and everything is released, or cannot be waited for any longer. */
  leaveAndWait(handOverTo?: ParticipantId): Promise<void>;
}

export function createLeaving(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly entrances: Entrances;
  readonly clock: Clock;
}): Leaving {
  const { client, store, entrances, clock } = parts;

  const leaveMeeting = async (handOverTo?: ParticipantId): Promise<void> => {
    const left = await client.command({ type: 'leave', ...(handOverTo && { handOverTo }) });
    // Whoever was to be host has gone meanwhile: I want out all the same.
    if (!left.ok && handOverTo !== undefined) await client.command({ type: 'leave' });
  };

  const leave = (handOverTo?: ParticipantId): void => {
    entrances.giveUp();
    switch (store.current.session.phase) {
      case 'preview':
      case 'joining':
        client.cancel();
        return;
      case 'joined':
      case 'reconnecting':
        void leaveMeeting(handOverTo);
        return;
      case 'idle':
      case 'over':
    }
  };

  const isOut = (): boolean => {
    const { session } = store.current;
    return session.phase === 'idle' || (session.phase === 'over' && session.exit.released);
  };

  return {
    leave,
    leaveAndWait: (handOverTo) =>
      new Promise((resolve) => {
        leave(handOverTo);
        if (isOut()) {
          resolve();
          return;
        }
        const finish = (): void => {
          cancelTimer();
          stopListening();
          resolve();
        };
        const cancelTimer = clock.schedule(ANSWER_MS + RELEASE_MS, finish);
        const stopListening = store.onChange(() => {
          if (isOut()) finish();
        });
      }),
  };
}
