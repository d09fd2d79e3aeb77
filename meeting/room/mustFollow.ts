import type { RoomEvent } from '#protocol/wire/event.ts';

/** Throws unless the event can follow; names only the event and the rule, because messages may be logged. */
export function mustFollow(holds: boolean, event: RoomEvent, otherwise: string): asserts holds {
  if (!holds) throw new Error(`${event.type} cannot follow: ${otherwise}`);
}
