import { describe, expect, test } from 'vitest';

import { createHash, randomBytes } from 'node:crypto';

import { type FileId, type FileOffer, MOST_FILE_BYTES } from '#protocol/file.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { ParleyBridge } from '#protocol/ipc/contract.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import { createFiles, type Files } from '#renderer/features/files/files.ts';
import { saySize } from '#renderer/words/saySize.ts';
import type { Talk, TalkListener, TalkMessage } from '#renderer/media/talk.ts';
import { idOf, joined, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

const [ANA, BEN] = [idOf(0), idOf(1)];

/** A way between two pages, which loses what is under way when it is cut and says when it is there again. */
class Wire {
  readonly #ears = new Map<ParticipantId, TalkListener>();
  isUp = true;
  /** After so many messages it is cut. */
  cutAfter = Infinity;
  carried = 0;

  talk(me: ParticipantId): Talk {
    return {
      listen: (_label, listener) => {
        this.#ears.set(me, listener);
        return () => this.#ears.delete(me);
      },
      say: async (to, _label, message) => {
        await new Promise((resolve) => setImmediate(resolve));
        this.carried += 1;
        if (this.carried > this.cutAfter) this.isUp = false;
        if (this.isUp) this.#ears.get(to)?.onMessage(me, message);
        return 'said';
      },
    };
  }

  put(to: ParticipantId, from: ParticipantId, message: TalkMessage): void {
    this.#ears.get(to)?.onMessage(from, message);
  }

  mend(): void {
    this.cutAfter = Infinity;
    this.isUp = true;
    this.#ears.get(ANA)?.onOpen?.(BEN);
    this.#ears.get(BEN)?.onOpen?.(ANA);
  }
}

/** Main as far as files go: keeps what is written, and refuses what a test says. */
class Disk {
  readonly files = new Map<string, Uint8Array[]>();
  readonly named: string[] = [];
  readonly aborted: string[] = [];
  refuse: { readonly route: string; readonly code: ErrorCode } | null = null;

  get bridge(): ParleyBridge {
    return {
      request: async (route, request) => {
        if (this.refuse?.route === route) return { ok: false, error: { code: this.refuse.code } };
        const { id } = request as { readonly id: string };
        if (route === 'file:begin') this.files.set(id, []);
        if (route === 'file:write') this.files.get(id)?.push((request as { readonly bytes: Uint8Array }).bytes);
        if (route === 'file:abort') this.aborted.push(id);
        if (route === 'file:finish') this.named.push(id);
        return { ok: true, value: (route === 'file:finish' ? { name: 'saved.bin' } : null) as never };
      },
      on: () => () => undefined,
    };
  }

  whole(id: string): Buffer {
    return Buffer.concat(this.files.get(id) ?? []);
  }
}

class Page {
  readonly disk = new Disk();
  readonly files: Files;
  readonly #listeners = new Set<() => void>();
  #snapshot: AppSnapshot = snapshotOf(joined([person(0), person(1)]));

  constructor(wire: Wire, me: ParticipantId) {
    const store = {
      get: () => this.#snapshot,
      subscribe: (listener: () => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    this.files = createFiles({ bridge: this.disk.bridge, store, engine: { talk: wire.talk(me) } });
  }

  hear(snapshot: AppSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}

/** Something to wait for until it is released. */
function gate(): { readonly promise: Promise<void>; readonly release: () => void } {
  const held: { release?: () => void } = {};
  const promise = new Promise<void>((resolve) => {
    held.release = resolve;
  });
  return { promise, release: () => held.release?.() };
}

let made = 0;
function file(bytes: Buffer): { readonly offer: FileOffer; readonly blob: Blob } {
  made += 1;
  const sha256 = createHash('sha256').update(bytes).digest('base64url');
  const id = `file-${String(made).padStart(16, '0')}` as FileId;
  return { offer: { id, name: 'a.bin', size: bytes.length, sha256 }, blob: new Blob([new Uint8Array(bytes)]) };
}

function between(bytes = randomBytes(3_000_000)) {
  const wire = new Wire();
  const [ana, ben] = [new Page(wire, ANA), new Page(wire, BEN)];
  const { offer, blob } = file(bytes);
  ana.files.offer(offer, blob);
  const state = () => ben.files.get().incoming[offer.id];
  const others = () => ana.files.get().outgoing[offer.id]?.[0];
  const becomes = async (what: string): Promise<void> => {
    await expect.poll(() => state()?.state).toBe(what);
  };
  return { wire, ana, ben, offer, bytes, state, others, becomes };
}

describe('a file between two pages', () => {
  test.each([0, 1, 61_432, 61_433, 3_000_000])('of %i bytes arrives as it was, bit for bit', async (size) => {
    const { ben, offer, bytes, state, becomes, others, ana } = between(randomBytes(size));
    ben.files.take(offer, ANA);
    await becomes('saved');
    expect(ben.disk.whole(offer.id).equals(bytes)).toBe(true);
    expect(ben.disk.named).toEqual([offer.id]);
    expect(state()?.name).toBe('saved.bin');
    await expect.poll(() => others()?.state).toBe('done');
    expect(ana.files.get().offered).toEqual([offer.id]);
  });

  test('goes on where it was when the connection is rebuilt, and not from the beginning', async () => {
    const { wire, ben, offer, bytes, becomes } = between();
    wire.cutAfter = 30;
    ben.files.take(offer, ANA);
    await expect.poll(() => wire.isUp).toBe(false);
    const before = ben.disk.whole(offer.id).length;
    expect(before).toBeGreaterThan(1_000_000);
    wire.mend();
    await becomes('saved');
    expect(ben.disk.whole(offer.id).equals(bytes)).toBe(true);
  });

  test('stops being sent while the one who takes it can not write it down', async () => {
    const { wire, ben, offer, state } = between(randomBytes(6_000_000));
    const { promise: held, release } = gate();
    const { bridge } = ben.disk;
    const slow: ParleyBridge['request'] = async (route, request) => {
      if (route === 'file:write') await held;
      return bridge.request(route, request);
    };
    const patient = createFiles({
      bridge: { ...bridge, request: slow },
      store: { get: () => snapshotOf(joined([person(0), person(1)])), subscribe: () => () => undefined },
      engine: { talk: wire.talk(BEN) },
    });
    patient.take(offer, ANA);
    let last = -1;
    await expect
      .poll(() => {
        const same = wire.carried === last && last > 10;
        last = wire.carried;
        return same;
      })
      .toBe(true);
    expect(wire.carried).toBeLessThan(40);
    release();
    await expect.poll(() => patient.get().incoming[offer.id]?.state).toBe('saved');
    expect(state()).toBeUndefined();
  });

  test('is cancelled by whoever takes it, and nothing of it is left', async () => {
    const { wire, ben, offer, becomes, others } = between();
    wire.cutAfter = 20;
    ben.files.take(offer, ANA);
    await expect.poll(() => wire.isUp).toBe(false);
    wire.isUp = true;
    wire.cutAfter = Infinity;
    ben.files.cancel(offer.id);
    await becomes('cancelled');
    expect(ben.disk.aborted).toEqual([offer.id]);
    await expect.poll(() => others()?.state).toBe('cancelled');
  });

  test('that is taken back can not be had any more, and who was getting it reads so', async () => {
    const { wire, ana, ben, offer, state, becomes } = between();
    wire.cutAfter = 20;
    ben.files.take(offer, ANA);
    await expect.poll(() => wire.isUp).toBe(false);
    wire.isUp = true;
    wire.cutAfter = Infinity;
    ana.files.withdraw(offer.id);
    await becomes('failed');
    expect(state()?.fault).toBe('withdrawn');
    ben.files.take(offer, ANA);
    await becomes('failed');
  });

  test('whose sender leaves on the way fails with that word, and can not go on', async () => {
    const { wire, ben, offer, state, becomes } = between();
    wire.cutAfter = 20;
    ben.files.take(offer, ANA);
    await expect.poll(() => wire.isUp).toBe(false);
    ben.hear(snapshotOf(joined([person(1)], { me: BEN })));
    await becomes('failed');
    expect(state()?.fault).toBe('left');
    expect(ben.disk.aborted).toEqual([offer.id]);
  });

  test.each([
    ['file:begin', 'not-written'],
    ['file:write', 'not-written'],
    ['file:finish', 'bad-file'],
  ] as const)('that main refuses at %s fails with its reason', async (route, code) => {
    const { ben, offer, state, becomes, others } = between(randomBytes(100_000));
    ben.disk.refuse = { route, code };
    ben.files.take(offer, ANA);
    await becomes('failed');
    expect(state()?.fault).toEqual({ code });
    await expect.poll(() => others()?.state ?? 'failed').toBe('failed');
  });

  test('is declined without a byte', async () => {
    const { wire, ben, offer, becomes, others } = between();
    ben.files.decline(offer, ANA);
    await becomes('declined');
    await expect.poll(() => others()?.state).toBe('declined');
    expect(wire.carried).toBe(1);
  });

  test('is forgotten with the meeting, on both sides', async () => {
    const { ana, ben, offer, becomes } = between(randomBytes(1_000));
    ben.files.take(offer, ANA);
    await becomes('saved');
    for (const page of [ana, ben]) page.hear(snapshotOf({ phase: 'idle' }));
    expect([ana.files.get(), ben.files.get()]).toEqual([
      { incoming: {}, outgoing: {}, offered: [] },
      { incoming: {}, outgoing: {}, offered: [] },
    ]);
  });
});

describe('whatever else comes by that way', () => {
  test('does nothing: bytes of no file, words of none, and questions for what was never offered', async () => {
    const { wire, ana, ben, offer } = between(randomBytes(1_000));
    wire.put(BEN, ANA, new ArrayBuffer(4));
    wire.put(BEN, ANA, new ArrayBuffer(5_000));
    wire.put(BEN, ANA, '{"type":"have"}');
    wire.put(BEN, ANA, 'not JSON');
    wire.put(ANA, BEN, JSON.stringify({ type: 'get', file: 'x'.repeat(20), from: 0, stream: 1 }));
    wire.put(ANA, BEN, JSON.stringify({ type: 'get', file: offer.id, from: MOST_FILE_BYTES, stream: 1 }));
    wire.put(ANA, BEN, JSON.stringify({ type: 'stop', file: 'x'.repeat(20), why: 'done' }));
    await expect.poll(() => wire.carried).toBe(2);
    expect(ben.files.get().incoming).toEqual({});
    expect(ana.files.get().outgoing).toEqual({});
    expect(ben.disk.files.size).toBe(0);
  });
});

test('a size is said in the unit that people would use', () => {
  expect([0, 1, 999, 1_500, 15_000, 104_857_600].map((bytes) => saySize(bytes, 'en'))).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1.5 kB',
    '15 kB',
    '105 MB',
  ]);
});
