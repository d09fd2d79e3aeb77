import { roomSeen, type Sight } from '#meeting/room/sight.ts';
import type { Room } from '#protocol/room.ts';

/** A room as JSON, as those see it who see so much: written out once for each revision, however many ask at once. */
export class Snapshots {
  #room: Room | null = null;
  readonly #texts = new Map<Sight, string>();

  /** The room comes to rest: nobody asks for long, and it may be one of very many. */
  forget(): void {
    this.#room = null;
    this.#texts.clear();
  }

  textOf(room: Room, sight: Sight): string {
    if (this.#room !== room) {
      this.#room = room;
      this.#texts.clear();
    }
    const known = this.#texts.get(sight);
    if (known !== undefined) return known;
    const text = JSON.stringify(roomSeen(room, sight));
    this.#texts.set(sight, text);
    return text;
  }
}
