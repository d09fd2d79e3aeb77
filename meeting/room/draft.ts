import type { Room } from '#protocol/room.ts';

type Part = 'roles' | 'barred' | 'participants' | 'waiting' | 'turnedAway' | 'appealed' | 'known';

type Entry<P extends Part> = NonNullable<Room[P]>[string];

/**
 * A room that events are being written into. It shares with the room it began as whatever no event has touched, and
 * copies each part once, however many events follow: a fold over a thousand joins copies the participants once, not a
 * thousand times.
 */
export class Draft {
  readonly room: Room;
  readonly #copied = new Set<Part>();

  constructor(room: Room) {
    this.room = { ...room };
  }

  set(change: Partial<Room>): void {
    Object.assign(this.room, change);
  }

  put<P extends Part>(part: P, key: string, value: Entry<P>): void {
    this.#own(part)[key] = value;
  }

  drop(part: Part, key: string): void {
    // What the room does not have yet is not made only to take nothing out of it.
    if (this.room[part] !== undefined && Object.hasOwn(this.room[part], key)) delete this.#own(part)[key];
  }

  clear(part: Part): void {
    if (this.room[part] === undefined) return;
    this.room[part] = {};
    this.#copied.add(part);
  }

  // Copying all and then deleting one is ten times faster than copying the others (measured with 1,000 participants).
  #own<P extends Part>(part: P): Record<string, Entry<P>> {
    if (!this.#copied.has(part)) {
      this.room[part] = { ...this.room[part] };
      this.#copied.add(part);
    }
    return this.room[part] as Record<string, Entry<P>>;
  }
}
