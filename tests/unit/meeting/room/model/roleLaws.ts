import type { Decision, Order } from '#meeting/room/order.ts';
import type { MediaState } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { must } from './law.ts';
import type { Ledger } from './ledger.ts';

export function checkRoles(book: Ledger, { by, command }: Order, decision: Decision): void {
  if (by.kind !== 'principal' || command.type !== 'change-role' || !decision.ok || decision.events.length === 0) return;
  const { participant, role } = command;
  const [giver, before] = [book.roleOf(by.principal), book.roles.get(participant) ?? ''];
  must('roles', role in book.table, 'there is no such role');
  must('roles', book.participantOf(by.principal) === participant || book.held(giver).includes('changeRole'), 'may not');
  const held = new Set(book.held(giver));
  const moved = [...book.held(before), ...book.held(role)];
  must('roles', giver === 'host' || moved.every((each) => held.has(each)), 'more was given or taken than is held');
  must('roles', giver === 'host' || (before !== 'host' && role !== 'host'), 'a host was made or unmade by none');
  const hosts = [...book.roles.values()].filter((each) => each === 'host').length;
  must(
    'roles',
    before !== 'host' || role === 'host' || hosts > 1 || book.members.size === 1,
    'the last host was unmade',
  );
}

export function checkSpeakers(book: Ledger, { command }: Order, events: readonly RoomEvent[]): void {
  const { all } = book.speaking;
  for (const event of events) {
    if (event.type === 'participant-joined') {
      const { role } = event.participant;
      must('speakers', role === 'host' || !book.speaks(role) || all < book.most, 'one speaker too many came in');
    }
    if (event.type === 'role-changed' && command.type !== 'define-roles') {
      const [before, now] = [book.roleOf(event.principal), event.role];
      const present = book.participantOf(event.principal) !== null;
      const rises = present && now !== 'host' && book.speaks(now) && !book.speaks(before);
      must('speakers', !rises || all < book.most, 'one speaker too many was made');
      const moves = present && book.speaks(now) !== book.speaks(before);
      must('speakers', (event.reason?.code === 1003) === moves, '1003 was said wrongly');
    }
    if (event.type === 'participant-left' && event.reason.code === 1004) {
      must('speakers', ['define-roles', 'set-speaker-limit'].includes(command.type), 'out without a new limit');
      must('speakers', book.roles.get(event.participant) !== 'host', 'a host was too many');
    }
  }
}

export function checkSending(book: Ledger, role: string, { microphone, camera, screen }: MediaState): void {
  const held = book.held(role);
  must('sending', !microphone || held.includes('publishAudio'), 'somebody is heard who may not be');
  must('sending', !camera || held.includes('publishVideo'), 'somebody is seen who may not be');
  must('sending', !screen || held.includes('shareScreen'), 'somebody shares who may not');
}

/** After an order by which the limit may have become another. */
export function checkLimit(book: Ledger, { command }: Order): void {
  if (command.type !== 'define-roles' && command.type !== 'set-speaker-limit') return;
  const { all, others } = book.speaking;
  must('speakers', all <= book.most || others === 0, 'somebody who is too many is still there');
}
