import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { Doer, Participant, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { reasonOf } from '../reason.ts';
import { commit, refuse } from './decision.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import { barredEntry, doer, mayIn, participantOf, present } from './selectors.ts';

export function decideRemove(room: Room, command: CommandOf<'remove'>, by: PrincipalId, at: Millis): Decision {
  const remover = present(room, by);
  if (!remover) return refuse('not-joined');
  if (!mayIn(room, remover.id, 'removeOthers')) return refuse('forbidden');
  if (command.participant === remover.id) return refuse('forbidden', 'to remove oneself is to leave');
  const removed = participantOf(room, command.participant);
  if (!removed) return refuse('no-such-participant');
  return remove(removed, 'REMOVE_PEER', { by: doer(remover), note: command.reason, bar: command.bar, at });
}

export function decideRemoveByApi(room: Room, order: ServerOrderOf<'remove-by-api'>, at: Millis): Decision {
  const removed = participantOf(room, order.participant);
  if (!removed) return refuse('no-such-participant');
  return remove(removed, 'REMOVE_PEER_API', { by: null, note: order.note, bar: order.bar, at });
}

/** Whoever may put people out for good may also undo it, whoever it was that barred. */
export function decideUnbar(room: Room, command: CommandOf<'unbar'>, by: PrincipalId, at: Millis): Decision {
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  if (!mayIn(room, participant.id, 'removeOthers')) return refuse('forbidden');
  return unbar(room, command.principal, doer(participant), at);
}

export function decideUnbarByApi(room: Room, { principal }: ServerOrderOf<'unbar-by-api'>, at: Millis): Decision {
  return unbar(room, principal, null, at);
}

function unbar(room: Room, principal: PrincipalId, by: Doer, at: Millis): Decision {
  if (!barredEntry(room, principal)) return refuse('not-barred');
  return commit({ type: 'principal-unbarred', principal, by, at });
}

interface Removal {
  readonly by: Doer;
  readonly note: string;
  readonly bar: boolean;
  readonly at: Millis;
}

/** One event carries the removal and the bar, so that neither can be lost without the other (invariant 5). */
function remove(removed: Participant, type: ReasonType, { by, note, bar, at }: Removal): Decision {
  return commit({
    type: 'participant-left',
    participant: removed.id,
    reason: reasonOf(type),
    by,
    note,
    barred: bar ? { name: removed.name, by, at } : null,
    at,
  });
}
