import { participantOf } from '#meeting/room/selectors.ts';
import { changesSight, eventSeen, sightOf } from '#meeting/room/sight.ts';
import type { Rev } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { HelloResume } from '#protocol/wire/frame.ts';
import type * as v from 'valibot';

import type { SessionRecord } from '../../contract.ts';
import { matchResumeToken, rotated } from '../../credentials/resumeTokens.ts';
import { kindOf } from '../../logging.ts';
import { within } from '../../within.ts';
import { eventsFrame } from '../frames.ts';
import { farewellOf } from '../lastFrames.ts';
import type { Newcomer, RoomParts } from '../parts.ts';
import type { Task } from '../task.ts';
import { type Admission, admit } from './admission.ts';

/**
 * A hello with a resume token, which matched `found` when it was looked up. Everything is checked once more at commit:
 * that the token is still good, that the session is still the participant's, that the participant is still present.
 */
export function resumeTask(
  parts: RoomParts,
  found: SessionRecord,
  { resume }: v.InferOutput<typeof HelloResume>,
  newcomer: Newcomer,
): Task {
  const { attendance } = parts;
  const newest = () => {
    const session = attendance.of(found.participant);
    return session?.record.sessionId === found.sessionId ? session.record : found;
  };
  let over = false;
  return {
    once: null,
    prepare: (room, at) => {
      if (matchResumeToken(newest(), resume.token) === null) return { code: 'resume-refused' };
      over = !isAlive(parts, room, found);
      if (over) return { code: 'resume-refused' };
      const { participant, principal } = found;
      return { by: { kind: 'server' }, at, command: { type: 'resume', participant, principal } };
    },
    settle: (verdict) => {
      if (verdict.kind !== 'refused') return;
      if (over && verdict.error.code === 'resume-refused') void farewell(parts, found, newcomer);
      else newcomer.refused(verdict.error);
    },
    admit: async (_steps, wanted) => {
      parts.unsettle(found.participant);
      if (!wanted) return;
      if (!isAlive(parts, parts.chronicle.room, found)) {
        await farewell(parts, found, newcomer);
        return;
      }
      const record = newest();
      const used = matchResumeToken(record, resume.token);
      if (used === null) {
        newcomer.refused({ code: 'resume-refused' });
        return;
      }
      await admit(parts, newcomer, {
        participant: record.participant,
        continueFrom: continuation(parts, found, resume.rev),
        record: (hash) => rotated(record, used, hash, parts.settings.clock.now()),
      });
    },
  };
}

/** Whether the session is the newest of a participant who is still present in the incarnation it began in. */
function isAlive({ attendance, chronicle }: RoomParts, room: Room | null, found: SessionRecord): boolean {
  if (room?.phase !== 'open' || room.incarnation !== found.incarnation || found.tombstone !== null) return false;
  if (participantOf(room, found.participant)?.principal !== found.principal) return false;
  const session = attendance.of(found.participant);
  if (session) return session.record.sessionId === found.sessionId;
  return !chronicle.takenOverSince(found.participant, found.joinedRev);
}

/**
 * What the client missed, or null if it needs a snapshot: too far behind, from before it was here, or ahead of the log,
 * which can have lost its newest events with the machine. For the same reason nothing after the point at which this
 * server found the log is believed of a session that it has not served itself.
 */
function continuation(parts: RoomParts, found: SessionRecord, rev: Rev): Admission['continueFrom'] {
  const { chronicle, attendance } = parts;
  const served = attendance.of(found.participant) !== null;
  if (rev < found.joinedRev || (!served && rev > parts.foundRev)) return null;
  const missed = chronicle.since(rev);
  const { room } = chronicle;
  if (missed === null || room === null) return null;
  // What they did not see of the lobby before can't be told in events.
  if (missed.some((event) => changesSight(event, found.principal))) return null;
  const sight = sightOf(room, found.participant);
  const seen = missed.map((event) => eventSeen(event, sight));
  return { rev, missed: missed.length === 0 ? null : eventsFrame(found.incarnation, rev + 1, seen) };
}

async function farewell(parts: RoomParts, found: SessionRecord, newcomer: Newcomer): Promise<void> {
  const { clock, guards, log } = parts.settings;
  try {
    const tombstone = await within(clock, guards.storageMs, farewellOf(parts, found));
    if (tombstone) newcomer.over(tombstone);
    else newcomer.refused({ code: 'resume-refused' });
  } catch (error) {
    log.error({ room: parts.id, kind: kindOf(error) }, 'storage failed');
    newcomer.refused({ code: 'unavailable' });
  }
}
