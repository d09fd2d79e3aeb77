import type { FileId, FileMessage, FileOffer } from '#protocol/file.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { ParleyBridge } from '#protocol/ipc/contract.ts';

import type { Talk } from '../../media/talk.ts';
import type { FileFault, FilesBoard, Incoming } from './filesView.ts';
import { readFrame } from './frames.ts';

/** Bytes on the disk after which whoever sends is told. */
const TOLD_EVERY = 524_288;

interface Run {
  readonly offer: FileOffer;
  readonly from: ParticipantId;
  stream: number;
  /** Where the next bytes must belong. */
  expected: number;
  written: number;
  told: number;
  /** Everything that has to happen one after the other: writing, and what follows from it. */
  turn: Promise<void>;
}

/**
 * My side of files that I take: what comes goes to main, which writes it to the disk, and no more is asked for than is
 * written. A connection that is rebuilt goes on where it was.
 */
export class Receiving {
  readonly #talk: Talk;
  readonly #bridge: ParleyBridge;
  readonly #board: FilesBoard;
  readonly #runs = new Map<FileId, Run>();
  #streams = 0;

  constructor(talk: Talk, bridge: ParleyBridge, board: FilesBoard) {
    this.#talk = talk;
    this.#bridge = bridge;
    this.#board = board;
  }

  async take(offer: FileOffer, from: ParticipantId): Promise<void> {
    if (this.#runs.has(offer.id)) return;
    const run: Run = { offer, from, stream: 0, expected: 0, written: 0, told: 0, turn: Promise.resolve() };
    this.#runs.set(offer.id, run);
    this.#put(run, 'coming');
    const begun = await this.#bridge.request('file:begin', offer);
    if (!this.#isOn(run)) void this.#bridge.request('file:abort', { id: offer.id });
    else if (!begun.ok) this.#fail(run, begun.error);
    else if (offer.size === 0) await this.#finish(run);
    else this.#ask(run);
  }

  decline(offer: FileOffer, from: ParticipantId): void {
    void this.#say(from, { type: 'stop', file: offer.id, why: 'declined' });
    this.#put({ offer, from, written: 0 }, 'declined');
  }

  cancel(file: FileId): void {
    const run = this.#runs.get(file);
    if (run === undefined) return;
    this.#end(run, 'cancelled');
    void this.#say(run.from, { type: 'stop', file, why: 'cancelled' });
  }

  heard(from: ParticipantId, message: FileMessage): void {
    if (message.type !== 'gone') return;
    const run = this.#runs.get(message.file);
    if (run?.from === from) this.#fail(run, 'withdrawn');
  }

  bytes(from: ParticipantId, frame: ArrayBuffer): void {
    const piece = readFrame(frame);
    if (piece === null) return;
    const run = [...this.#runs.values()].find((each) => each.from === from && each.stream === piece.stream);
    if (run === undefined || piece.offset !== run.expected) return;
    run.expected += piece.bytes.byteLength;
    this.#inTurn(run, () => this.#write(run, piece.bytes));
  }

  /** A way to them is open, maybe another one: what was under way on the one before may not come. */
  opened(peer: ParticipantId): void {
    for (const run of this.#runs.values()) {
      if (run.from === peer && run.stream > 0) this.#inTurn(run, async () => this.#ask(run));
    }
  }

  left(isThere: (participant: ParticipantId) => boolean): void {
    for (const run of this.#runs.values()) if (!isThere(run.from)) this.#fail(run, 'left');
  }

  forget(): void {
    this.#runs.clear();
  }

  #isOn(run: Run): boolean {
    return this.#runs.get(run.offer.id) === run;
  }

  #inTurn(run: Run, work: () => Promise<void>): void {
    const before = run.turn;
    run.turn = (async () => {
      await before;
      if (this.#isOn(run)) await work();
    })();
  }

  #ask(run: Run): void {
    this.#streams += 1;
    run.stream = this.#streams;
    run.expected = run.written;
    run.told = run.written;
    void this.#say(run.from, { type: 'get', file: run.offer.id, from: run.written, stream: run.stream });
  }

  async #write(run: Run, bytes: Uint8Array): Promise<void> {
    const { id, size } = run.offer;
    // A copy of its own: what is passed on is the whole buffer that a view looks into.
    const answer = await this.#bridge.request('file:write', { id, bytes: bytes.slice() });
    if (!this.#isOn(run)) return;
    if (!answer.ok) {
      this.#fail(run, answer.error);
      return;
    }
    run.written += bytes.byteLength;
    if (run.written === size) {
      await this.#finish(run);
    } else if (run.written - run.told >= TOLD_EVERY) {
      run.told = run.written;
      void this.#say(run.from, { type: 'have', file: id, stream: run.stream, upTo: run.written });
      this.#put(run, 'coming');
    }
  }

  async #finish(run: Run): Promise<void> {
    const { id } = run.offer;
    const answer = await this.#bridge.request('file:finish', { id });
    if (!this.#isOn(run)) return;
    this.#runs.delete(id);
    if (answer.ok) {
      this.#put(run, 'saved', { name: answer.value.name });
      void this.#say(run.from, { type: 'stop', file: id, why: 'done' });
    } else {
      this.#put(run, 'failed', { fault: answer.error });
      void this.#say(run.from, { type: 'stop', file: id, why: 'failed' });
    }
  }

  #fail(run: Run, fault: FileFault): void {
    this.#end(run, 'failed', fault);
    if (fault !== 'left') void this.#say(run.from, { type: 'stop', file: run.offer.id, why: 'failed' });
  }

  #end(run: Run, state: Incoming['state'], fault: FileFault | null = null): void {
    this.#runs.delete(run.offer.id);
    void this.#bridge.request('file:abort', { id: run.offer.id });
    this.#put(run, state, { fault });
  }

  #put(
    { offer, from, written }: Pick<Run, 'offer' | 'from' | 'written'>,
    state: Incoming['state'],
    more: Partial<Pick<Incoming, 'name' | 'fault'>> = {},
  ): void {
    const incoming: Incoming = { from, state, done: written, name: null, fault: null, ...more };
    this.#board.change((view) => ({ ...view, incoming: { ...view.incoming, [offer.id]: incoming } }));
  }

  #say(to: ParticipantId, message: FileMessage) {
    return this.#talk.say(to, 'file', JSON.stringify(message));
  }
}
