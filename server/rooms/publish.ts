import type { Ending } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

import type { Burial } from '../contract.ts';
import { kindOf, type LogFields } from '../logging.ts';
import { tellAll } from '../observer.ts';
import { sayFarewell } from './lastFrames.ts';
import type { RoomParts } from './parts.ts';
import type { Step } from './steps.ts';
import { tellEvents } from './telling.ts';

/** Tells everybody in the room what is committed: first, and for the last time, those who are out by it. */
export function publish(parts: RoomParts, steps: readonly Step[]): void {
  const { room } = parts.chronicle;
  if (steps.length === 0 || !room) return;
  const burials = steps.flatMap((step) => endSessions(parts, step));
  tellEvents(parts, room, steps);
  for (const step of steps) note(parts, step);
  if (burials.length > 0) void bury(parts, burials);
  const { observers, log } = parts.settings;
  tellAll(observers, log, (observer) => observer.happened?.(parts.id, steps));
}

/** Ends, in the step that commits the exit, all that its participant could still do (invariant 5). */
function endSessions(parts: RoomParts, { rev, exits }: Step): readonly Burial[] {
  return exits.map(({ participant, removal, left }) => {
    const tombstone = { removal, left };
    const session = parts.attendance.remove(participant);
    parts.forget(participant);
    if (session?.outlet) sayFarewell(session.outlet, tombstone);
    return { room: parts.id, participant, untilRev: rev - 1, tombstone };
  });
}

/** Only a shortcut for whoever resumes later: the log itself says that these sessions are over. */
async function bury(parts: RoomParts, burials: readonly Burial[]): Promise<void> {
  try {
    await parts.storage.sessions.bury(burials);
  } catch (error) {
    parts.settings.log.warn({ room: parts.id, kind: kindOf(error) }, 'tombstones not stored');
  }
}

function note(parts: RoomParts, { event, rev, exits }: Step): void {
  const fields = fieldsOf(event);
  if (fields === null) return;
  const codes = [...new Set(exits.map(({ left }) => left.reason.code))].join('+');
  const told = exits.length === 0 ? {} : { exits: exits.length, codes };
  parts.settings.log.info({ room: parts.id, rev, event: event.type, ...fields, ...told }, 'room event');
}

/** What the log says of an event: ids and codes. Null for what is no transition of anybody's life. */
function fieldsOf(event: RoomEvent): LogFields | null {
  switch (event.type) {
    case 'media-state-changed':
    case 'participant-renamed':
    case 'unmute-declined':
    case 'share-ask-withdrawn':
    case 'share-answered':
    case 'hand-raised':
    case 'hand-lowered':
    case 'spotlight-set':
    // What is said is no transition of anybody's life, and how much is said nobody else's business.
    case 'chat-said':
    case 'unseen':
      return null;
    case 'recording-set':
      return { participant: event.participant, on: event.on };
    case 'participant-joined':
      return { participant: event.participant.id, role: event.participant.role };
    case 'participant-left':
      return {
        participant: event.participant,
        reason: event.reason.code,
        ...(event.policy && { policy: event.policy }),
        barred: event.barred !== null,
        ...(event.toLobby && { toLobby: true }),
      };
    case 'participant-taken-over':
    case 'connection-lost':
    case 'connection-resumed':
    case 'unmute-asked':
    case 'share-asked':
      return { participant: event.participant };
    case 'media-stopped':
      return { participant: event.participant, media: event.media.join('+') };
    case 'principal-barred':
    case 'principal-unbarred':
      return { principal: event.principal };
    case 'role-changed':
      return { principal: event.principal, role: event.role, ...(event.reason && { reason: event.reason.code }) };
    case 'roles-defined':
      return { roles: Object.keys(event.roleTable).join(' '), ...limitField(event.speakers) };
    case 'speaker-limit-set':
      return limitField(event.limit);
    case 'lobby-set':
      return { on: event.on };
    case 'knocked':
      return { principal: event.principal, appeal: event.appeal !== undefined };
    case 'knock-withdrawn':
      return { principal: event.principal, cause: event.cause };
    case 'knock-answered':
      return { principal: event.principal, answer: event.answer };
    case 'room-ended':
      return endingFields(event.ending);
    case 'end-scheduled':
      return { locked: event.end.locked, inMs: event.end.endsAt - event.at };
    case 'room-opened':
      return { incarnation: event.incarnation };
    case 'room-created':
    case 'room-closed':
    case 'room-locked':
    case 'room-unlocked':
    case 'end-cancelled':
      return {};
  }
}

const limitField = (limit: number | null): LogFields => (limit === null ? {} : { speakers: limit });

function endingFields({ cause, policy, locked }: Ending): LogFields {
  return { cause, ...(policy && { policy }), locked };
}
