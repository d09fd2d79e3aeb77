import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Receipt } from '#protocol/ipc/receipt.ts';
import { MOST_RECEIPTS, openReceipts, type ReceiptsFile } from '#main/receipts/receiptsFile.ts';
import { receiptOf } from '#tests/stage/receipts.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended, ME, REMOVAL, SECRET, TARGET, welcomed } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

const numbered = (index: number): Receipt => receiptOf('MANUAL_LEAVE_CALLED', {}, { id: `receipt-${index}` });
const idsOf = (file: ReceiptsFile): readonly string[] => file.all.map(({ id }) => id);

describe('the file of receipts', () => {
  let folder = '';
  let logged: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-receipts-'));
    logged = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const path = (): string => join(folder, 'deep', 'receipts.jsonl');
  const open = (at = path()): ReceiptsFile => openReceipts(at, (what) => void logged.push(what));
  const lines = (): number => readFileSync(path(), 'utf8').split('\n').length - 1;

  test('has what was added, at the next start too, to the letter', () => {
    const kept = receiptOf('REMOVE_PEER', { removal: { ...REMOVAL, reason: 'two\nlines “Ω” 🦊' } });
    open().add(kept);
    expect(open().all).toEqual([kept]);
    expect(logged).toEqual([]);
  });

  test('keeps the newest two hundred, and does not grow for ever', () => {
    const file = open();
    for (let index = 0; index < 3 * MOST_RECEIPTS; index += 1) file.add(numbered(index));
    const newest = Array.from({ length: MOST_RECEIPTS }, (_, index) => `receipt-${2 * MOST_RECEIPTS + index}`);
    expect(idsOf(file)).toEqual(newest);
    expect(idsOf(open())).toEqual(newest);
    expect(lines()).toBeLessThanOrEqual(2 * MOST_RECEIPTS);
  });

  test('forgets one, or all, on disk too', () => {
    const file = open();
    for (const index of [1, 2, 3]) file.add(numbered(index));
    file.forget('receipt-2');
    file.forget('receipt-unknown');
    expect(idsOf(open())).toEqual(['receipt-1', 'receipt-3']);
    expect(readFileSync(path(), 'utf8')).not.toContain('receipt-2');
    file.forgetAll();
    expect([file.all, open().all, existsSync(path())]).toEqual([[], [], false]);
    file.add(numbered(4));
    expect(idsOf(open())).toEqual(['receipt-4']);
  });

  test.each([
    ['a last line that was cut off', (good: string) => good + good.slice(0, 40)],
    ['a line that is no JSON', (good: string) => `nonsense\n${good}`],
    ['a line that is no receipt', (good: string) => `{"id":"x","at":"yesterday"}\n${good}`],
    ['NULs after a sudden end', (good: string) => `${good}${'\0'.repeat(64)}`],
  ])('loses nothing else by %s, and is whole again with the next', (_what, damage) => {
    open().add(numbered(1));
    writeFileSync(path(), damage(readFileSync(path(), 'utf8')));
    const file = open();
    expect(logged, 'nothing is read before somebody asks').toEqual([]);
    expect(idsOf(file)).toEqual(['receipt-1']);
    expect(logged).toEqual(['receipts-rescued']);
    file.add(numbered(2));
    expect(idsOf(open())).toEqual(['receipt-1', 'receipt-2']);
    expect(logged).toHaveLength(1);
  });

  test('drops what a newer Parley wrote beside it, and keeps the receipt', () => {
    open().add(numbered(1));
    appendFileSync(path(), `${JSON.stringify({ ...numbered(2), mood: 'good' })}\n`);
    expect(open().all[1]).toEqual(numbered(2));
  });

  test('lives in memory where nothing can be written', () => {
    writeFileSync(join(folder, 'file'), '');
    const file = open(join(folder, 'file', 'receipts.jsonl'));
    file.add(numbered(1));
    file.forget('receipt-unknown');
    expect(idsOf(file)).toEqual(['receipt-1']);
    file.forgetAll();
    expect([file.all, logged.length > 0]).toEqual([[], true]);
  });
});

const current = (app: TestApp) => app.parley.store.current;

async function out(app: TestApp): Promise<void> {
  await app.request('capture:report', reported());
  await settled();
}

describe('of an exit', () => {
  test('by somebody else is kept who, why, in which meeting, after how long, and how the connection was', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.clock.advance(65_000);
    app.client.feed(ended);
    await settled();
    const { incarnation } = welcomed();
    const expected: Receipt = {
      id: expect.any(String) as string,
      at: app.clock.now(),
      target: TARGET,
      reason: ended.reason,
      removal: REMOVAL,
      error: null,
      mine: false,
      mayRejoin: true,
      connection: { state: 'live' },
      stayMs: 65_000,
      participant: ME,
      incarnation,
      version: '0.1.0',
    };
    expect(app.receipts.all, 'kept before everything is released').toEqual([expected]);
    expect(current(app).receipt).toEqual(expected);
    await out(app);
    expect(app.receipts.all).toHaveLength(1);
    await app.request('session:dismiss', {});
    await settled();
    expect(current(app).receipt).toBeNull();
  });

  test('of my own, by whichever way, is kept too', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.desktop.clicked('leave');
    await settled();
    await out(app);
    expect(app.receipts.all).toMatchObject([{ reason: { code: 1101 }, mine: true, removal: null }]);
  });

  test('after the connection was lost says since when, on this machine’s clock', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed({ ...welcomed(), clockOffset: 5_000 });
    const since = app.clock.now();
    app.client.feed({ type: 'connection-lost', at: since });
    await app.clock.advance(20_000);
    app.client.feed({ type: 'cancel', at: 4 });
    await settled();
    expect(app.receipts.all).toMatchObject([
      { reason: { code: 1102 }, connection: { state: 'lost', since }, stayMs: 20_000 },
    ]);
  });

  test('holds no secret', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    await settled();
    expect(JSON.stringify(app.receipts.all)).not.toContain(SECRET);
  });

  test('there is none of a preview that was left', async () => {
    const app = testApp();
    await toPreview(app);
    await app.request('session:cancel', {});
    await settled();
    expect(app.receipts.all).toEqual([]);
  });

  test('each stay has its own, and the stay of each is its own', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.clock.advance(10_000);
    app.client.feed(ended);
    await out(app);
    await app.clock.advance(60_000);
    await app.request('session:rejoin', {});
    app.client.feed(welcomed());
    await app.clock.advance(3_000);
    app.client.feed(ended);
    await out(app);
    expect(app.receipts.all.map(({ stayMs }) => stayMs)).toEqual([10_000, 3_000]);
    expect(new Set(app.receipts.all.map(({ id }) => id)).size).toBe(2);
  });
});

async function withTwo(): Promise<TestApp> {
  const app = testApp();
  app.receipts.add(numbered(1));
  app.receipts.add(numbered(2));
  return app;
}

describe('the page', () => {
  test('gets the last one first', async () => {
    const app = await withTwo();
    expect(await app.request('receipt:list', {})).toEqual({ ok: true, value: [numbered(2), numbered(1)] });
  });

  test('has a receipt copied in words and for programs', async () => {
    const app = await withTwo();
    expect(await app.request('receipt:copy', { id: 'receipt-1', words: 'You left' })).toMatchObject({ ok: true });
    const [text = ''] = app.clipboard;
    expect(text.startsWith('You left\n\n{')).toBe(true);
    expect(JSON.parse(text.slice('You left'.length))).toEqual(numbered(1));
  });

  test.each([
    ['that is not kept', { id: 'receipt-9', words: 'x' }],
    ['with more words than it has', { id: 'receipt-1', words: 'x'.repeat(4001) }],
    ['without a name', { id: '', words: 'x' }],
  ])('has none copied %s', async (_what, request) => {
    const app = await withTwo();
    expect(await app.request('receipt:copy', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(app.clipboard).toEqual([]);
  });

  test('has one forgotten, or all', async () => {
    const app = await withTwo();
    await app.request('receipt:forget', { id: 'receipt-1' });
    expect(app.receipts.all).toEqual([numbered(2)]);
    await app.request('receipt:forget-all', {});
    expect(app.receipts.all).toEqual([]);
  });

  test('of a stranger is told nothing', async () => {
    const app = await withTwo();
    const stranger = { frame: { url: 'https://example.org/', isTop: true }, isOurWindow: true };
    expect(await app.parley.dispatch(stranger, 'receipt:list', {})).toMatchObject({ error: { code: 'forbidden' } });
  });
});
