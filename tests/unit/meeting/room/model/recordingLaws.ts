import type { Decision, Order } from '#meeting/room/order.ts';
import { recorders } from '#meeting/room/recording.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { must } from './law.ts';
import type { Ledger } from './ledger.ts';

/** Who records, as the events tell it: a page of the ledger of its own. */
class RecordingBook {
  readonly #book: Ledger;
  readonly #recording = new Set<ParticipantId>();

  constructor(book: Ledger) {
    this.#book = book;
  }

  write(event: RoomEvent): void {
    if (event.type === 'recording-set' && event.on) this.#recording.add(event.participant);
    else if (event.type === 'recording-set' || event.type === 'participant-taken-over') {
      this.#recording.delete(event.participant);
    }
    // Whoever is gone holds nothing.
    const may = (who: ParticipantId): boolean => this.#book.held(this.#book.roles.get(who) ?? '').includes('record');
    for (const who of this.#recording) if (!may(who)) this.#recording.delete(who);
  }

  check(room: Room): void {
    const now = recorders(room).map(({ id }) => id);
    must('recording', now.length === this.#recording.size, 'somebody records, or not, by themselves');
    for (const id of now) must('recording', this.#recording.has(id), 'somebody else records');
  }
}

const BOOKS = new WeakMap<Ledger, RecordingBook>();

/** The page of that ledger. */
export function recordingOf(book: Ledger): RecordingBook {
  const page = BOOKS.get(book) ?? new RecordingBook(book);
  BOOKS.set(book, page);
  return page;
}

/** Whoever may begin one can, nobody else, and everybody may stop. */
export function checkRecording(book: Ledger, { by, command }: Order, decision: Decision): void {
  if (by.kind !== 'principal' || command.type !== 'set-recording' || book.participantOf(by.principal) === null) return;
  const entitled = !command.on || book.held(book.roleOf(by.principal)).includes('record');
  must('recording', decision.ok === entitled, `whoever ${entitled ? 'may' : 'may not'} record was answered otherwise`);
}
