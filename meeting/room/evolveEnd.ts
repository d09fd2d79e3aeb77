import type { RoomEventOf } from '#protocol/wire/event.ts';
import { forgetAllAsks } from './asks.ts';
import type { Draft } from './draft.ts';
import { dismissWaiting, forgetKnown } from './evolveLobby.ts';
import { forgetAllHands } from './hands.ts';
import { mustFollow } from './mustFollow.ts';
import { participantOf } from './selectors.ts';

export function endScheduled(draft: Draft, event: RoomEventOf<'end-scheduled'>): void {
  const { room } = draft;
  mustFollow(room.phase === 'open', event, 'the room is not open');
  mustFollow(!room.scheduledEnd, event, 'an end is scheduled');
  mustFollow(participantOf(room, event.end.by.participant) !== null, event, 'its doer is not present');
  draft.set({ scheduledEnd: event.end, cancelledEnd: null });
}

export function endCancelled(draft: Draft, event: RoomEventOf<'end-cancelled'>): void {
  const { by, at } = event;
  mustFollow(Boolean(draft.room.scheduledEnd), event, 'no end is scheduled');
  draft.set({ scheduledEnd: null, cancelledEnd: { by, at } });
}

/**
 * Nobody is in it any more. A lock from before stays, with who set it; an unlocked end lifts none. Whoever scheduled the
 * end may have left before it came.
 */
export function roomEnded(draft: Draft, event: RoomEventOf<'room-ended'>): void {
  const { room } = draft;
  const { by, at, locked } = event.ending;
  mustFollow(room.phase !== 'ended', event, 'the room is ended');
  const doerIsKnown =
    by === null || participantOf(room, by.participant) !== null || by.participant === room.scheduledEnd?.by.participant;
  mustFollow(doerIsKnown, event, 'its doer is not present');
  const lock = room.lock ?? (locked ? { by, at } : null);
  draft.set({ phase: 'ended', ending: event.ending, lock, hostlessSince: null, scheduledEnd: null, spotlight: null });
  draft.clear('participants');
  forgetAllAsks(draft);
  forgetAllHands(draft);
  dismissWaiting(draft);
  forgetKnown(draft);
}

export function roomClosed(draft: Draft, event: RoomEventOf<'room-closed'>): void {
  mustFollow(draft.room.phase === 'open', event, 'the room is not open');
  mustFollow(Object.keys(draft.room.participants).length === 0, event, 'somebody is present');
  draft.set({ phase: 'closed', hostlessSince: null });
  forgetKnown(draft);
}
