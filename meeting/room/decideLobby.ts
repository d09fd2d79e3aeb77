import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Doer, Knock, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { reasonOf } from '../reason.ts';
import { commit, refuse } from './decision.ts';
import { everyoneWaiting, isAppeal, isLobbyOn, knockOf, mustWait } from './lobby.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import { doer, mayIn, participantOf, present } from './selectors.ts';

export function decideSetLobby(room: Room, { on }: CommandOf<'set-lobby'>, by: PrincipalId, at: Millis): Decision {
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  if (!mayIn(room, participant.id, 'admit')) return refuse('forbidden');
  return setLobby(room, on, doer(participant), at);
}

export function decideSetLobbyByApi(room: Room, { on }: ServerOrderOf<'set-lobby-by-api'>, at: Millis): Decision {
  return setLobby(room, on, null, at);
}

export function decideAdmit(room: Room, { principal }: CommandOf<'admit'>, by: PrincipalId, at: Millis): Decision {
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  if (!mayIn(room, participant.id, 'admit')) return refuse('forbidden');
  const knock = principal === 'all' ? null : knockOf(room, principal);
  if (knock && isAppeal(knock) && !mayIn(room, participant.id, 'removeOthers')) return refuse('forbidden');
  return admit(room, principal, doer(participant), at);
}

export function decideAdmitByApi(room: Room, { principal }: ServerOrderOf<'admit-by-api'>, at: Millis): Decision {
  return admit(room, principal, null, at);
}

export function decideRefuseEntry(
  room: Room,
  command: CommandOf<'refuse-entry'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  if (!mayIn(room, participant.id, 'admit')) return refuse('forbidden');
  const knock = knockOf(room, command.principal);
  const takesMore = command.bar || (knock !== null && isAppeal(knock));
  if (takesMore && !mayIn(room, participant.id, 'removeOthers')) return refuse('forbidden');
  return turnAway(knock, { by: doer(participant), note: command.reason, bar: command.bar, at });
}

export function decideRefuseEntryByApi(
  room: Room,
  { principal, note, bar }: ServerOrderOf<'refuse-entry-by-api'>,
  at: Millis,
): Decision {
  return turnAway(knockOf(room, principal), { by: null, note, bar, at });
}

/** The reason is that of a removal (1002), marked, because that is what it is for everybody else. */
export function decideSendToLobby(
  room: Room,
  command: CommandOf<'send-to-lobby'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  const sender = present(room, by);
  if (!sender) return refuse('not-joined');
  if (!mayIn(room, sender.id, 'admit') || !mayIn(room, sender.id, 'removeOthers')) return refuse('forbidden');
  const sent = participantOf(room, command.participant);
  if (!sent) return refuse('no-such-participant');
  if (!isLobbyOn(room)) return refuse('lobby-off');
  if (!wouldWait(room, sent.principal)) return refuse('forbidden', 'the lobby does not stop this participant');
  const reason = reasonOf('REMOVE_PEER');
  const { id: participant } = sent;
  const note = command.reason;
  return commit({
    type: 'participant-left',
    participant,
    reason,
    by: doer(sender),
    note,
    barred: null,
    toLobby: true,
    at,
  });
}

/** No event where they do not wait: it was answered, or the room put an end to it, before. */
export function decideWithdraw(room: Room, order: ServerOrderOf<'withdraw-knock'>, at: Millis): Decision {
  const { principal, cause } = order;
  const knock = knockOf(room, principal);
  if (!knock) return commit();
  return commit({ type: 'knock-withdrawn', principal, cause, ...appealMark(knock), at });
}

function setLobby(room: Room, on: boolean, by: Doer, at: Millis): Decision {
  return isLobbyOn(room) === on ? commit() : commit({ type: 'lobby-set', on, by, at });
}

function admit(room: Room, whom: PrincipalId | 'all', by: Doer, at: Millis): Decision {
  if (whom === 'all') {
    const waiting = everyoneWaiting(room).filter((knock) => !isAppeal(knock));
    return commit(...waiting.map((knock) => answer(knock, 'admitted', by, '', at)));
  }
  const knock = knockOf(room, whom);
  if (!knock) return refuse('not-waiting');
  const admitted = answer(knock, 'admitted', by, '', at);
  if (!isAppeal(knock)) return commit(admitted);
  return commit(admitted, { type: 'principal-unbarred', principal: whom, by, at });
}

interface Refusal {
  readonly by: Doer;
  readonly note: string;
  readonly bar: boolean;
  readonly at: Millis;
}

/** Whoever is barred already stays so. Both events are appended at once, so that neither can be lost alone (invariant 5). */
function turnAway(knock: Knock | null, { by, note, bar, at }: Refusal): Decision {
  if (!knock) return refuse('not-waiting');
  const refused = answer(knock, 'refused', by, note, at);
  if (!bar || isAppeal(knock)) return commit(refused);
  const { principal, name } = knock;
  return commit(refused, { type: 'principal-barred', principal, entry: { name, by, at }, at });
}

function answer(knock: Knock, how: 'admitted' | 'refused', by: Doer, note: string, at: Millis): RoomEvent {
  const { principal } = knock;
  return { type: 'knock-answered', principal, answer: how, by, note, ...appealMark(knock), at };
}

const appealMark = (knock: Knock) => (isAppeal(knock) ? ({ appeal: true } as const) : {});

/** Whether the lobby would stop them, once they are out. */
function wouldWait(room: Room, principal: PrincipalId): boolean {
  return mustWait({ ...room, known: {} }, principal);
}
