import type { Rev } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { EventsFrame } from '#protocol/wire/frame.ts';
import { fold } from '#meeting/room/evolve.ts';

/** What a frame of events came to. `before` is the room that the first of `events` happened to. */
export type Followed =
  | { readonly outcome: 'applied'; readonly before: Room; readonly events: readonly RoomEvent[] }
  /** All of it was known already. */
  | { readonly outcome: 'known' }
  /** Something between is missing: only a snapshot helps. Said once, until the snapshot is there. */
  | { readonly outcome: 'gap' }
  /** Kept until the snapshot that was asked for is there. */
  | { readonly outcome: 'kept' };

// What a busy room sends in the time that a snapshot takes. Beyond it the next snapshot is asked for anyway.
const MOST_KEPT = 1_000;

/** The room as the server has it: the fold of its events, in order, never guessed at. */
export class Mirror {
  #room: Room;
  #awaitsSnapshot = false;
  #kept: EventsFrame[] = [];

  constructor(snapshot: Room) {
    this.#room = snapshot;
  }

  get room(): Room {
    return this.#room;
  }

  /** Something is missing, and the snapshot that was asked for is not there yet. */
  get awaitsSnapshot(): boolean {
    return this.#awaitsSnapshot;
  }

  get rev(): Rev {
    return this.#room.rev;
  }

  /** Takes events in, whichever part of them is new. */
  follow(frame: EventsFrame): Followed {
    if (this.#awaitsSnapshot) {
      if (this.#kept.length < MOST_KEPT) this.#kept.push(frame);
      return { outcome: 'kept' };
    }
    const known = this.#room.rev - frame.rev + 1;
    if (known >= frame.events.length) return { outcome: 'known' };
    if (known < 0) return this.#gap(frame);
    return this.#apply(frame, frame.events.slice(known));
  }

  /** Replaces the room whole, also by an older one: a server that lost unsynced events is right all the same. */
  replace(snapshot: Room): readonly Followed[] {
    this.#room = snapshot;
    this.#awaitsSnapshot = false;
    const kept = this.#kept;
    this.#kept = [];
    return kept.map((frame) => this.follow(frame));
  }

  /** A new connection: what was asked for on the old one will not come. */
  reconnected(): void {
    this.#awaitsSnapshot = false;
    this.#kept = [];
  }

  #apply(frame: EventsFrame, events: readonly RoomEvent[]): Followed {
    const before = this.#room;
    try {
      this.#room = fold(before, events) ?? before;
    } catch {
      // Events that can't follow on what is here mean that what is here is not what the server has.
      return this.#gap(frame);
    }
    return { outcome: 'applied', before, events };
  }

  #gap(frame: EventsFrame): Followed {
    this.#awaitsSnapshot = true;
    this.#kept = [frame];
    return { outcome: 'gap' };
  }
}
