import type { Order } from '#meeting/room/order.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { must } from './law.ts';
import type { Ledger } from './ledger.ts';

/** Nobody is made to share, and nobody's share is taken from them without their word, but by who may mute them. */
export function checkShare(book: Ledger, { by, command }: Order, events: readonly RoomEvent[]): void {
  const me = by.kind === 'principal' ? book.participantOf(by.principal) : null;
  for (const event of events) {
    if (event.type === 'media-state-changed' && event.participant !== me) {
      const isOff = book.share.sharing.has(event.participant) && !event.media.screen;
      must('share', isOff && book.lostAt.has(event.participant), 'somebody was switched by who wants to share');
    }
    if (event.type === 'share-answered') must('share', event.participant === me, 'somebody else gave the answer');
    if (event.type === 'share-asked') {
      must(
        'share',
        book.share.sharing.has(event.participant) && event.participant !== me,
        'somebody was asked in vain',
      );
      must('share', command.type === 'ask-to-share' && event.by.participant === me, 'somebody was made to ask');
    }
  }
}

/** After an order. */
export function checkSharing(book: Ledger, room: Room): void {
  const sharing = Object.values(room.participants).filter(({ media }) => media.screen);
  must('share', sharing.length <= 1, 'two share at once');
  must('share', sharing.length === book.share.sharing.size, 'a share came or went by itself');
  must(
    'share',
    sharing.every(({ id }) => book.share.sharing.has(id)),
    'somebody shares who did not say so',
  );
  const open = room.shareAsk?.answered === null ? room.shareAsk : null;
  must('share', (open === null) === (book.share.ask === null), 'an ask to share came or went by itself');
  must('share', open?.participant === book.share.ask?.sharer, 'somebody else was asked to let others share');
  must('share', open?.by.participant === book.share.ask?.asker, 'somebody else asks to share');
}
