import type { ParticipantId, RoomId } from '#protocol/ids.ts';
import type { ReasonCode } from '#protocol/reasons.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { fold } from '#meeting/room/evolve.ts';
import type { RoomLog } from '#server/contract.ts';

const CODE_OF_ENDING = { participant: 1008, api: 1009, policy: 1006 } as const;

/** A room's log as the server writes it: what nobody can argue with. */
export class Track {
  readonly events: RoomEvent[] = [];
  readonly #log: RoomLog;
  readonly #id: RoomId;
  readonly #unwatch: () => void;
  readonly #waiting = new Set<() => void>();
  #reading: Promise<void>;

  constructor(log: RoomLog, id: RoomId) {
    this.#log = log;
    this.#id = id;
    this.#unwatch = log.watch(id, () => this.#follow());
    this.#reading = this.#read();
  }

  /** As all of the log makes it. */
  get room(): Room {
    const room = fold(null, this.events);
    if (room === null) throw new Error('the room was never made');
    return room;
  }

  get rev(): number {
    return this.events.length;
  }

  /** For what each of these went, by the log; taken together over all incarnations. */
  reasons(): ReadonlyMap<ParticipantId, ReasonCode> {
    const present = new Set<ParticipantId>();
    const reasons = new Map<ParticipantId, ReasonCode>();
    for (const event of this.events) {
      if (event.type === 'participant-joined') present.add(event.participant.id);
      if (event.type === 'participant-left') {
        present.delete(event.participant);
        reasons.set(event.participant, event.reason.code);
      }
      if (event.type !== 'room-ended') continue;
      for (const id of present) reasons.set(id, CODE_OF_ENDING[event.ending.cause]);
      present.clear();
    }
    return reasons;
  }

  /** Waits until it holds; looked at again whenever the log grows. */
  async until(holds: () => boolean): Promise<void> {
    await this.#reading;
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  close(): void {
    this.#unwatch();
  }

  #follow(): void {
    this.#reading = this.#reading.then(() => this.#read());
  }

  async #read(): Promise<void> {
    this.events.push(...(await this.#log.read(this.#id, this.events.length)).events);
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }
}
