import type { Rev, RoomId } from '#protocol/ids.ts';

/** Who wants to be told when a room's log grows. */
export class Watchers {
  readonly #byRoom = new Map<RoomId, Set<(rev: Rev) => void>>();

  /** Tells the listener from now until the returned function is called. */
  add(room: RoomId, listener: (rev: Rev) => void): () => void {
    const listeners = this.#byRoom.get(room) ?? new Set();
    listeners.add(listener);
    this.#byRoom.set(room, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#byRoom.get(room) === listeners) this.#byRoom.delete(room);
    };
  }

  tell(room: RoomId, rev: Rev): void {
    for (const listener of this.#byRoom.get(room) ?? []) listener(rev);
  }
}
