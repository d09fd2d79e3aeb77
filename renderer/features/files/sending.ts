import { CHUNK_BYTES, type FileId, type FileMessage, type FileOffer } from '#protocol/file.ts';
import type { ParticipantId } from '#protocol/ids.ts';

import type { Talk } from '../../media/talk.ts';
import type { FilesBoard, Outgoing } from './filesView.ts';
import { frameOf, HEADER_BYTES } from './frames.ts';

/** Bytes under way to one person that they have not said to have: whose disk is slow is not flooded. */
const WINDOW = 2_097_152;

type Get = Extract<FileMessage, { readonly type: 'get' }>;

interface Run {
  readonly stream: number;
  have: number;
  /** Called when they have more, and when it is over. */
  wake: () => void;
}

/** My side of files that I offer: whoever asks gets them, each at their own pace, for as long as I offer them. */
export class Sending {
  readonly #talk: Talk;
  readonly #board: FilesBoard;
  readonly #offers = new Map<FileId, { readonly offer: FileOffer; readonly blob: Blob }>();
  readonly #runs = new Map<string, Run>();

  constructor(talk: Talk, board: FilesBoard) {
    this.#talk = talk;
    this.#board = board;
  }

  offer(offer: FileOffer, blob: Blob): void {
    this.#offers.set(offer.id, { offer, blob });
    this.#tellOffered();
  }

  /** Nobody gets it any more, and who is getting it is told. */
  withdraw(file: FileId): void {
    this.#offers.delete(file);
    for (const { to, state } of this.#board.get().outgoing[file] ?? []) {
      if (state === 'going') this.#stop(to, file, 'cancelled');
      void this.#say(to, { type: 'gone', file });
    }
    this.#tellOffered();
  }

  heard(from: ParticipantId, message: FileMessage): void {
    if (message.type === 'get') void this.#serve(from, message);
    if (message.type === 'have') this.#had(from, message);
    if (message.type === 'stop') this.#stop(from, message.file, message.why);
  }

  /** They are gone. */
  left(isThere: (participant: ParticipantId) => boolean): void {
    for (const [file, people] of Object.entries(this.#board.get().outgoing)) {
      for (const { to, state } of people) {
        if (state === 'going' && !isThere(to)) this.#stop(to, file as FileId, 'failed');
      }
    }
  }

  forget(): void {
    this.#offers.clear();
    for (const run of this.#runs.values()) run.wake();
    this.#runs.clear();
  }

  async #serve(to: ParticipantId, { file, from, stream }: Get): Promise<void> {
    const offered = this.#offers.get(file);
    if (offered === undefined || from > offered.offer.size) {
      await this.#say(to, { type: 'gone', file });
      return;
    }
    const key = keyOf(to, file);
    const run: Run = { stream, have: from, wake: () => {} };
    this.#runs.get(key)?.wake();
    this.#runs.set(key, run);
    this.#put(file, { to, state: 'going', done: from });
    const isOn = (): boolean => this.#runs.get(key) === run;
    const { size } = offered.offer;
    const step = CHUNK_BYTES - HEADER_BYTES;
    for (let at = from; at < size && isOn(); at += step) {
      while (isOn() && at - run.have > WINDOW) await woken(run);
      const bytes = await offered.blob.slice(at, Math.min(size, at + step)).arrayBuffer();
      if (!isOn()) return;
      if ((await this.#talk.say(to, 'file', frameOf(stream, at, bytes))) !== 'said') return;
    }
  }

  #had(from: ParticipantId, { file, stream, upTo }: Extract<FileMessage, { readonly type: 'have' }>): void {
    const run = this.#runs.get(keyOf(from, file));
    if (run === undefined || run.stream !== stream || upTo <= run.have) return;
    run.have = upTo;
    this.#put(file, { to: from, state: 'going', done: upTo });
    run.wake();
  }

  #stop(
    to: ParticipantId,
    file: FileId,
    why: Extract<Outgoing['state'], 'done' | 'failed' | 'cancelled' | 'declined'>,
  ): void {
    const key = keyOf(to, file);
    const run = this.#runs.get(key);
    this.#runs.delete(key);
    run?.wake();
    if (!(file in this.#board.get().outgoing) && !this.#offers.has(file)) return;
    const done = this.#board.get().outgoing[file]?.find((each) => each.to === to)?.done ?? 0;
    this.#put(file, { to, state: why, done });
  }

  #put(file: FileId, outgoing: Outgoing): void {
    this.#board.change((view) => {
      const others = (view.outgoing[file] ?? []).filter(({ to }) => to !== outgoing.to);
      return { ...view, outgoing: { ...view.outgoing, [file]: [...others, outgoing] } };
    });
  }

  #tellOffered(): void {
    this.#board.change((view) => ({ ...view, offered: [...this.#offers.keys()] }));
  }

  #say(to: ParticipantId, message: FileMessage) {
    return this.#talk.say(to, 'file', JSON.stringify(message));
  }
}

const keyOf = (to: ParticipantId, file: FileId): string => `${to} ${file}`;

const woken = (run: Run): Promise<void> =>
  new Promise((resolve) => {
    run.wake = resolve;
  });
