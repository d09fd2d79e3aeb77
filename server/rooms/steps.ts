import { Draft } from '#meeting/room/draft.ts';
import { write } from '#meeting/room/evolve.ts';
import { exitsOf, framesOfTakeOver, type RoomExit } from '#meeting/room/exits.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import type { Incarnation, Rev } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

/** One event in its place. */
export interface Step {
  readonly event: RoomEvent;
  /** The room's, after the event. */
  readonly rev: Rev;
  /** The life of the room that the event belongs to; null before the first. */
  readonly incarnation: Incarnation | null;
  /** Whose session is over by it, and what it is told. */
  readonly exits: readonly RoomExit[];
}

/** Writes events after one another, at the cost of one copy of the room, which itself stays as it was. */
export class StepWriter {
  #draft: Draft | null;

  constructor(room: Room | null) {
    this.#draft = room && new Draft(room);
  }

  /** The room after all that was written; another object only if something was. Changes as more is written. */
  get room(): Room | null {
    return this.#draft?.room ?? null;
  }

  /** Throws where an event can't follow. */
  write(events: readonly RoomEvent[]): readonly Step[] {
    return events.map((event) => {
      const exits = this.#draft ? endingSessions(this.#draft.room, event) : [];
      this.#draft = write(this.#draft, event);
      const { rev, incarnation } = this.#draft.room;
      return { event, rev, incarnation, exits };
    });
  }
}

/** Sessions end with a stay, and with a take-over, by which the stay goes on under another session. */
function endingSessions(before: Room, event: RoomEvent): readonly RoomExit[] {
  if (event.type !== 'participant-taken-over') return exitsOf(before, event);
  const participant = participantOf(before, event.participant);
  if (!participant) return [];
  return [{ participant: participant.id, principal: participant.principal, ...framesOfTakeOver(event.at) }];
}
