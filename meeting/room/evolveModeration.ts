import type { RoomEventOf } from '#protocol/wire/event.ts';
import { MediaKind, type Stops } from '#protocol/room.ts';
import { closeAsk, noteAsk } from './asks.ts';
import type { Draft } from './draft.ts';
import { required } from './evolveParticipant.ts';
import { forgetHandOf, isHandRaised, noteHand } from './hands.ts';
import { mustFollow } from './mustFollow.ts';
import { participantOf } from './selectors.ts';
import { spotlit } from './spotlight.ts';

/** Off at once for everybody, and written down as stopped until its owner says that it is on again. */
export function mediaStopped(draft: Draft, event: RoomEventOf<'media-stopped'>): void {
  const { by, at } = event;
  const person = required(draft, event, event.participant);
  const off: Partial<Record<MediaKind, false>> = Object.fromEntries(event.media.map((kind) => [kind, false]));
  const stops = Object.fromEntries(event.media.map((kind) => [kind, { by, at }]));
  const media = { ...person.media, ...off };
  draft.put('participants', person.id, { ...person, media, stopped: inOrder({ ...person.stopped, ...stops }) });
}

/** However they came to be stopped, the room reads the same. */
function inOrder(stopped: Stops): Stops {
  return Object.fromEntries(MediaKind.options.flatMap((kind) => (stopped[kind] ? [[kind, stopped[kind]]] : [])));
}

export function unmuteAsked(draft: Draft, event: RoomEventOf<'unmute-asked'>): void {
  const { media, by, at } = event;
  const { id } = required(draft, event, event.participant);
  mustFollow(participantOf(draft.room, by.participant) !== null, event, 'its asker is not present');
  noteAsk(draft, { participant: id, media, by, at, open: true });
}

export function unmuteDeclined(draft: Draft, event: RoomEventOf<'unmute-declined'>): void {
  closeAsk(draft, required(draft, event, event.participant).id);
}

export function handRaised(draft: Draft, event: RoomEventOf<'hand-raised'>): void {
  const { id } = required(draft, event, event.participant);
  mustFollow(!isHandRaised(draft.room, id), event, 'the hand is up');
  noteHand(draft, { participant: id, at: event.at });
}

export function handLowered(draft: Draft, event: RoomEventOf<'hand-lowered'>): void {
  const { id } = required(draft, event, event.participant);
  mustFollow(isHandRaised(draft.room, id), event, 'the hand is down');
  forgetHandOf(draft, id);
}

export function spotlightSet(draft: Draft, event: RoomEventOf<'spotlight-set'>): void {
  const { participant, by, at } = event;
  mustFollow(spotlit(draft.room) !== participant, event, 'it is so already');
  if (participant === null) draft.set({ spotlight: null });
  else draft.set({ spotlight: { participant: required(draft, event, participant).id, by, at } });
}
