import type { Decision, Order } from '#meeting/room/order.ts';
import type { Room } from '#protocol/room.ts';
import { must } from './law.ts';
import type { Ledger } from './ledger.ts';

const BURST = 10;
const LONGEST_MS = 10_000;
const MOST_CHARACTERS = 24_576;

/** Who may say something is heard, unless it is too much or too often, and nobody is told that it was too often in vain. */
export function checkChat(book: Ledger, { by, command, at }: Order, decision: Decision): void {
  if (by.kind !== 'principal' || command.type !== 'chat' || !book.exists) return;
  const code = decision.ok ? 'ok' : decision.error.code;
  const me = book.participantOf(by.principal);
  if (me === null) {
    must('chat', code === 'not-joined', `a message of nobody came to ${code}`);
    return;
  }
  const entitled = book.held(book.roleOf(by.principal)).includes('chat');
  must('chat', entitled === (code !== 'forbidden'), `whoever ${entitled ? 'may' : 'may not'} chat got ${code}`);
  if (!entitled) return;
  const isLong = command.sealed.length > MOST_CHARACTERS;
  must('chat', isLong === (code === 'text-too-long'), `a text of ${command.sealed.length} characters came to ${code}`);
  const mine = book.said.filter((said) => said.by === me);
  const recent = mine.filter((said) => Math.abs(said.at - at) <= LONGEST_MS).length;
  if (code === 'too-fast') must('chat', recent >= BURST, `too fast after ${recent} messages`);
  if (code !== 'ok') return;
  must('chat', mine.filter((said) => said.at === at).length < BURST, 'too many at once were let through');
  const [event] = decision.ok ? decision.events : [];
  must('chat', event?.type === 'chat-said' && event.by.participant === me, 'somebody else said it');
  must('chat', event.message === command.id && event.sealed === command.sealed, 'something else was said');
}

/** However much was said, the room holds no word of it, and one number for each who spoke lately. */
export function checkPace(book: Ledger, room: Room): void {
  const { people = {} } = room.chatPace ?? {};
  const [last] = book.said.slice(-1);
  for (const [participant, due] of Object.entries(people)) {
    const spoke = book.said.some(({ by }) => by === participant);
    must('chat', spoke, 'the room holds a pace of somebody who said nothing');
    must('chat', participant === last?.by || due > (last?.at ?? 0), 'the room holds a pace that is spent');
  }
}
