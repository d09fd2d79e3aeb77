import { framesOfTakeOver } from '#meeting/room/exits.ts';
import { mayAppeal, turnedAwaySince } from '#meeting/room/lobby.ts';
import { barredEntry, mayUnlock, participantOf } from '#meeting/room/selectors.ts';
import type { ParleyError } from '#protocol/errors.ts';
import type { Incarnation, Millis, ParticipantId, SessionId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import { randomToken } from '../../credentials/random.ts';
import type { RefusalExtra } from '../frames.ts';
import { sayFarewell } from '../lastFrames.ts';
import { beginWaiting } from '../lobby/beginWaiting.ts';
import type { Joiner, Newcomer, RoomParts } from '../parts.ts';
import type { Step } from '../steps.ts';
import type { Task } from '../task.ts';
import { admit } from './admission.ts';

/** A hello with a join token: somebody comes in, waits to be let in, or goes on with another device. */
export function joinTask(parts: RoomParts, joiner: Joiner): Task {
  const { chronicle, settings } = parts;
  const { grant, hello, newcomer, waiter } = joiner;
  const { principal, rev } = grant;
  let askedAt: Millis = 0;
  return {
    once: null,
    prepare: (room, at) => {
      askedAt = at;
      if (waiter?.gone || waiter?.connected === false) return { code: 'cancelled' };
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
        places: settings.guards.waiting,
        appeal: hello.appeal,
        waitingSince: hello.waitingSince,
      };
      return { by: { kind: 'server' }, at, command };
    },
    settle: (verdict) => {
      if (verdict.kind === 'refused') newcomer.refused(verdict.error, detailsOf(verdict.room, verdict.error, joiner));
    },
    admit: async (steps, wanted) => {
      const entered = steps.map(entryOf).find((entry) => entry !== null);
      if (entered) await letIn(parts, entered, wanted ? newcomer : null);
      else if (wanted) beginWaiting(parts, joiner, askedAt, (again) => joinTask(parts, again));
    },
  };
}

/** What a refusal says besides its code, to whom it is of use. */
function detailsOf(room: Room | null, { code }: ParleyError, { grant, hello }: Joiner): RefusalExtra {
  const { principal } = grant;
  if (room === null) return {};
  if (code === 'room-locked') return mayUnlock(room, principal) ? { mayUnlock: true } : {};
  const appeal = mayAppeal(room, principal) ? { mayAppeal: true } : {};
  if (code === 'barred') return appeal;
  if (code !== 'not-admitted') return {};
  const { by = null, note = '' } = turnedAwaySince(room, principal, hello.waitingSince ?? 0) ?? {};
  return { by, note, ...appeal };
}

interface Entered {
  readonly participant: ParticipantId;
  readonly joinedRev: number;
}

async function letIn(parts: RoomParts, { participant, joinedRev }: Entered, newcomer: Newcomer | null): Promise<void> {
  const { room } = parts.chronicle;
  const there = room && participantOf(room, participant);
  if (!there || room.incarnation === null) {
    newcomer?.refused({ code: 'room-ended' });
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

function entryOf({ event, rev }: Step): Entered | null {
  if (event.type === 'participant-joined') return { participant: event.participant.id, joinedRev: rev };
  if (event.type === 'participant-taken-over') return { participant: event.participant, joinedRev: rev };
  return null;
}
