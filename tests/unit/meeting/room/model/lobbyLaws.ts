import type { Decision, Order } from '#meeting/room/order.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import { must } from './law.ts';
import type { Ledger } from './ledger.ts';

/** What the book of the lobby is written from. */
export type LobbyEvent = RoomEventOf<
  'lobby-set' | 'knocked' | 'knock-withdrawn' | 'knock-answered' | 'principal-barred' | 'principal-unbarred'
>;

/** What happens before a door, in whatever state the room behind it is. */
export const OF_THE_LOBBY: ReadonlySet<string> = new Set([
  'lobby-set',
  'knocked',
  'knock-withdrawn',
  'knock-answered',
  'principal-barred',
  'principal-unbarred',
]);

/** Whether a command of the lobby's takes no more than `admit`, or they hold that as well, and it stops whom it is aimed at. */
export function isAnswerable(book: Ledger, command: Order['command'], held: readonly string[]): boolean {
  if (command.type === 'send-to-lobby') {
    const sent = book.members.get(command.participant);
    return held.includes('removeOthers') && (sent === undefined || !book.held(book.roleOf(sent)).includes('admit'));
  }
  if (command.type !== 'admit' && command.type !== 'refuse-entry') return true;
  const appeals = book.waiting.get(command.principal as PrincipalId) === true;
  const takesMore = appeals || (command.type === 'refuse-entry' && command.bar);
  return !takesMore || held.includes('removeOthers');
}

/** Whoever is barred gets no further than to ask, once. */
export function checkAppeal(book: Ledger, command: Order['command'], decision: Decision): void {
  if (command.type !== 'join' || !book.barred.has(command.principal)) return;
  const code = decision.ok ? 'ok' : decision.error.code;
  const isKnock = decision.ok && decision.events.every(({ type }) => type === 'knocked');
  must(5, !decision.ok || (isKnock && command.appeal !== undefined), 'somebody barred got in');
  const asked = command.appeal !== undefined || command.waitingSince !== undefined;
  must(5, asked || code === 'barred', `they got ${code}`);
  const again = book.appealed.has(command.principal) && !book.waiting.has(command.principal);
  must(5, !again || !decision.ok, 'somebody barred asked twice');
}

/** Each event by itself, before it is written into the book. */
export function checkKnocks(book: Ledger, event: RoomEvent): void {
  if (event.type === 'participant-joined') {
    const { principal } = event.participant;
    const goesPast = book.held(book.standingOf(principal)).includes('admit') || book.letIn.has(principal);
    must('lobby', !book.lobby || goesPast, 'somebody walked past');
  }
  if (event.type !== 'knocked') return;
  must(2, !book.locked, 'somebody knocks at a locked room');
  must('lobby', book.participantOf(event.principal) === null, 'somebody knocks who is in');
  must('lobby', book.lobby || event.appeal !== undefined, 'somebody knocks where nobody has to');
  must(5, book.barred.has(event.principal) === (event.appeal !== undefined), 'an appeal of somebody not barred');
}

/** After an order: what the room says is what the book says. */
export function checkLobby(book: Ledger, room: Room): void {
  must('lobby', ((room.lobby ?? null) !== null) === book.lobby, 'the lobby is on, or off, by itself');
  const waiting = Object.entries(room.waiting ?? {}).map(([principal, { appeal }]) => [
    principal,
    appeal !== undefined,
  ]);
  must('lobby', JSON.stringify(waiting) === JSON.stringify([...book.waiting]), 'others wait than knocked');
}
