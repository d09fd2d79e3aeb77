import { changesSight, eventSeen, isAboutSight, isVeiled, type Sight, sightOf } from '#meeting/room/sight.ts';
import type { Room } from '#protocol/room.ts';

import { eventsFrame, snapshotFrame } from './frames.ts';
import type { RoomParts } from './parts.ts';
import type { Step } from './steps.ts';

/**
 * Tells everybody in the room what happened, each as much as is for them to know. Whoever sees more or less of the lobby
 * by it gets the room anew as well: what they did not see before can't be told in events.
 */
export function tellEvents(parts: RoomParts, room: Room, steps: readonly Step[]): void {
  const { attendance } = parts;
  const [first] = steps;
  if (!first || room.incarnation === null || attendance.size === 0) return;
  const { incarnation } = room;
  const events = steps.map(({ event }) => event);
  const frames = new Map<Sight, string>();
  const frameFor = (sight: Sight): string => {
    const text =
      frames.get(sight) ??
      eventsFrame(
        incarnation,
        first.rev,
        events.map((event) => eventSeen(event, sight)),
      );
    frames.set(sight, text);
    return text;
  };
  if (!events.some((event) => isVeiled(event) || isAboutSight(event))) {
    attendance.broadcast(frameFor('all'));
    return;
  }
  for (const session of attendance.all()) {
    const { participant, principal } = session.record;
    const changed = events.some((event) => changesSight(event, principal));
    session.send(frameFor(changed ? 'nothing' : sightOf(room, participant)));
    if (changed) session.send(snapshotFrame(parts.snapshot(participant)));
  }
}
