import { barredEntry, mayUnlock, participantOf } from '#meeting/room/selectors.ts';
import type { Incarnation, ParticipantId, SessionId } from '#protocol/ids.ts';
import type { HelloJoin } from '#protocol/wire/frame.ts';

import type { JoinGrant } from '../../credentials/joinTokens.ts';
import { randomToken } from '../../credentials/random.ts';
import type { Step } from '../steps.ts';
import { sayFarewell } from '../lastFrames.ts';
import type { Newcomer, RoomParts } from '../parts.ts';
import type { Task } from '../task.ts';
import { admit } from './admission.ts';
import type * as v from 'valibot';
import { framesOfTakeOver } from '#meeting/room/exits.ts';

/** A hello with a join token: somebody comes in, or goes on with another device. */
export function joinTask(
  parts: RoomParts,
  { principal, rev }: JoinGrant,
  hello: v.InferOutput<typeof HelloJoin>,
  newcomer: Newcomer,
): Task {
  const { chronicle, settings } = parts;
  return {
    once: null,
    prepare: (room, at) => {
      const barred = room !== null && barredEntry(room, principal) !== null;
      // Issued before somebody put them out: only a new token tells whether they may come back (invariant 5).
      if (!barred && chronicle.removedSince(principal, rev)) return { code: 'token-expired' };
      const command = {
        type: 'join' as const,
        principal,
        participant: randomToken(12) as ParticipantId,
        incarnation: randomToken(12) as Incarnation,
        name: hello.name,
        media: hello.media,
        capacity: settings.limits.participants,
        duplicates: settings.duplicates,
      };
      return { by: { kind: 'server' }, at, command };
    },
    settle: (verdict) => {
      if (verdict.kind !== 'refused') return;
      const { error, room } = verdict;
      newcomer.refused(error, error.code === 'room-locked' && room !== null && mayUnlock(room, principal));
    },
    admit: (steps, wanted) => letIn(parts, steps, wanted ? newcomer : null),
  };
}

async function letIn(parts: RoomParts, steps: readonly Step[], newcomer: Newcomer | null): Promise<void> {
  const entered = steps.map(entryOf).find((entry) => entry !== null);
  if (!entered) return;
  const { participant, joinedRev } = entered;
  const { room } = parts.chronicle;
  const there = room && participantOf(room, participant);
  if (!there || room.incarnation === null) {
    newcomer?.refused({ code: 'room-ended' }, false);
    return;
  }
  parts.unsettle(participant);
  if (!newcomer) return;
  supersede(parts, participant);
  const { incarnation } = room;
  await admit(parts, newcomer, {
    participant,
    continueFrom: null,
    record: (tokenHash) => ({
      sessionId: randomToken(16) as SessionId,
      room: parts.id,
      incarnation,
      principal: there.principal,
      participant,
      joinedRev,
      tokenHash,
      previousHash: null,
      tombstone: null,
      updatedAt: parts.settings.clock.now(),
    }),
  });
}

/** Two devices of one person that came in the same batch: the first was let in just now, the second has taken over. */
function supersede(parts: RoomParts, participant: ParticipantId): void {
  const earlier = parts.attendance.remove(participant);
  if (earlier?.outlet) sayFarewell(earlier.outlet, framesOfTakeOver(parts.settings.clock.now()));
}

function entryOf({ event, rev }: Step): { participant: ParticipantId; joinedRev: number } | null {
  if (event.type === 'participant-joined') return { participant: event.participant.id, joinedRev: rev };
  if (event.type === 'participant-taken-over') return { participant: event.participant, joinedRev: rev };
  return null;
}
