import type { RoomEventOf } from '#protocol/wire/event.ts';
import type { Draft } from './draft.ts';
import { required } from './evolveParticipant.ts';
import { mustFollow } from './mustFollow.ts';
import { participantOf } from './selectors.ts';
import { openShareAsk } from './sharing.ts';

export function shareAsked(draft: Draft, event: RoomEventOf<'share-asked'>): void {
  const { by, at } = event;
  const { id, media } = required(draft, event, event.participant);
  mustFollow(media.screen, event, 'they share nothing');
  mustFollow(participantOf(draft.room, by.participant) !== null, event, 'its asker is not present');
  draft.set({ shareAsk: { participant: id, by, at, answered: null } });
}

export function shareAskWithdrawn(draft: Draft, event: RoomEventOf<'share-ask-withdrawn'>): void {
  mustFollow(openShareAsk(draft.room)?.by.participant === event.participant, event, 'they ask for nothing');
  draft.set({ shareAsk: null });
}

/** With a yes they share no more, as of now: nobody waits for their device. */
export function shareAnswered(draft: Draft, event: RoomEventOf<'share-answered'>): void {
  const { accepted, at } = event;
  const ask = openShareAsk(draft.room);
  mustFollow(ask?.participant === event.participant, event, 'nobody asks them');
  draft.set({ shareAsk: { ...ask, answered: { accepted, at } } });
  if (!accepted) return;
  const sharer = required(draft, event, event.participant);
  draft.put('participants', sharer.id, { ...sharer, media: { ...sharer.media, screen: false } });
}
