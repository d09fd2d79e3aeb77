import type { RoomEvent } from '#protocol/wire/event.ts';

/** Whether an incarnation is under way after the events, if `before` said so of the time before them. */
export function openAfter(events: readonly RoomEvent[], before: boolean): boolean {
  let open = before;
  for (const event of events) {
    if (event.type === 'room-opened') open = true;
    if (event.type === 'room-ended' || event.type === 'room-closed') open = false;
  }
  return open;
}
