import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { RecordingFile, RecordingFiles } from '#main/recording/recordingFiles.ts';
import { createRecording } from '#main/recording/recording.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

let folder: string;
let app: TestApp;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-recordings-'));
  app = testApp({ recordings: join(folder, 'Parley') });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const view = () => app.parley.store.current.recording ?? null;
const told = () => app.client.commands.filter(({ type }) => type === 'set-recording');
const piece = (...bytes: number[]) => app.request('recording:piece', { piece: new Uint8Array(bytes) });
const start = () => app.request('recording:start', {});

describe('a recording', () => {
  test('tells the room before anything is taken, and is on the disk as it comes', async () => {
    await toMeeting(app, { role: 'host' });
    let shown: string | undefined;
    app.client.answer = () => {
      shown = view()?.state;
      return Promise.resolve({ ok: true, value: 9 });
    };
    expect(await start()).toEqual({ ok: true, value: null });
    expect(told()).toEqual([{ type: 'set-recording', on: true }]);
    expect(shown).toBe('starting');
    expect(view()).toMatchObject({ state: 'on', problem: null });

    await piece(1, 2);
    await piece(3);
    const file = view()?.file ?? '';
    expect([...readFileSync(file)]).toEqual([1, 2, 3]);
    expect(file).toMatch(/Parley kfr-wmbe-tqa \d{4}-\d\d-\d\d \d\d\.\d\d\.webm$/);
  });

  test('ends with what the page hands over last, and the room is told', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    await piece(1);
    await app.request('recording:stop', {});
    expect(view()?.state).toBe('stopping');
    expect(told().at(-1)).toEqual({ type: 'set-recording', on: false });
    await piece(2);
    await app.request('recording:finished', {});
    expect(view()).toMatchObject({ state: 'kept', problem: null });
    expect([...readFileSync(view()?.file ?? '')]).toEqual([1, 2]);
    expect(app.settings.values.unfinishedRecording).toBeNull();
  });

  test('that the page ends by itself is over for everybody', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    await piece(1);
    await app.request('recording:finished', {});
    expect(told().at(-1)).toEqual({ type: 'set-recording', on: false });
    expect(view()).toMatchObject({ state: 'kept', problem: null });
  });

  test('is refused outside of a meeting, and to whoever may not', async () => {
    await toPreview(app);
    expect(await start()).toMatchObject({ error: { code: 'wrong-phase' } });
    await toMeeting((app = testApp({ recordings: folder })));
    expect(await start()).toMatchObject({ error: { code: 'forbidden' } });
    expect(view()).toBeNull();
  });

  test('leaves no file behind where the room does not want it', async () => {
    await toMeeting(app, { role: 'host' });
    app.client.answer = () => Promise.resolve({ ok: false, error: { code: 'forbidden' } });
    expect(await start()).toMatchObject({ error: { code: 'forbidden' } });
    expect(view()).toBeNull();
    expect(await app.request('recording:piece', { piece: new Uint8Array([1]) })).toMatchObject({ ok: false });
  });

  test('says where no file can be made, and the room hears nothing of it', async () => {
    writeFileSync(join(folder, 'Parley'), 'a file where the folder should be');
    await toMeeting(app, { role: 'host' });
    expect(await start()).toMatchObject({ error: { code: 'not-writable' } });
    expect(told()).toEqual([]);
  });

  test('never writes over another one of the same minute', async () => {
    await toMeeting(app, { role: 'host' });
    const files: string[] = [];
    for (const byte of [1, 2]) {
      await start();
      await piece(byte);
      await app.request('recording:stop', {});
      await app.request('recording:finished', {});
      files.push(view()?.file ?? '');
    }
    expect(files.map((file) => readFileSync(file).toString('hex'))).toEqual(['01', '02']);
  });

  test('stops on the way out, and what the page still had is in the file', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    await piece(1);
    app.client.feed(ended);
    expect(view()?.state).toBe('stopping');
    await piece(2);
    await app.request('recording:finished', {});
    expect(view()?.state).toBe('kept');
    expect([...readFileSync(view()?.file ?? '')]).toEqual([1, 2]);
  });

  test('is kept as far as it came when the page is lost', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    await piece(1);
    app.parley.page.reloading();
    await expect.poll(() => view()).toMatchObject({ state: 'kept', problem: 'interrupted' });
    expect(told().at(-1)).toEqual({ type: 'set-recording', on: false });
  });

  test('is kept as far as it came when the page does not answer', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    await piece(1);
    await app.request('recording:stop', {});
    await app.clock.advance(4_000);
    await expect.poll(() => view()).toMatchObject({ state: 'kept', problem: 'interrupted' });
  });

  test('that nothing came into is taken away', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    const file = view()?.file ?? '';
    expect(existsSync(file)).toBe(true);
    await app.request('recording:stop', {});
    await app.request('recording:finished', {});
    expect(view()).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  test('is shown in its folder, and forgotten when that was read', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    await piece(1);
    await app.request('recording:stop', {});
    await app.request('recording:finished', {});
    await app.request('recording:show', {});
    expect(app.done).toContain(`reveal ${view()?.file}`);
    await app.request('recording:dismiss', {});
    expect(view()).toBeNull();
    expect(await app.request('recording:show', {})).toMatchObject({ error: { code: 'wrong-phase' } });
  });

  test('goes into the folder that was chosen', async () => {
    await app.request('recording:choose-folder', {});
    expect(app.parley.store.current.settings.recordingFolder).toBe(`${join(folder, 'Parley')}-elsewhere`);
    await toMeeting(app, { role: 'host' });
    await start();
    expect(view()?.file.startsWith(`${join(folder, 'Parley')}-elsewhere`)).toBe(true);
  });
});

/** Out of the meeting, every device off: nothing but the recording is left to wait for. */
async function quitInside(): Promise<void> {
  await toMeeting(app, { role: 'host' });
  await start();
  await piece(1);
  app.parley.quitting.withoutAsking();
  await app.request('capture:report', reported());
  await settled();
}

describe('quitting inside a recording', () => {
  test('waits for what the page still has, and the next start is told of nothing', async () => {
    await quitInside();
    expect(app.done).not.toContain('exit');
    await piece(2);
    await app.request('recording:finished', {});
    await expect.poll(() => app.done).toContain('exit');
    expect(view()).toMatchObject({ state: 'kept', problem: null });
    expect([...readFileSync(view()?.file ?? '')]).toEqual([1, 2]);
    expect(app.settings.values.unfinishedRecording).toBeNull();
  });

  test('waits no longer than a page that does not answer is given', async () => {
    await quitInside();
    await app.clock.advance(4_000);
    await expect.poll(() => app.done).toContain('exit');
    expect(view()).toMatchObject({ state: 'kept', problem: 'interrupted' });
  });

  test('ends it also where the room never lets go', async () => {
    await toMeeting(app, { role: 'host' });
    await start();
    await piece(1);
    app.client.answer = () => new Promise(() => undefined);
    app.parley.quitting.withoutAsking();
    await app.clock.advance(8_000);
    expect(view()?.state).toBe('stopping');
    await app.request('recording:finished', {});
    await expect.poll(() => app.done).toContain('exit');
    expect(app.settings.values.unfinishedRecording).toBeNull();
  });
});

describe('after a run that ended inside a recording', () => {
  test('what there was is offered, once', async () => {
    const file = join(folder, 'cut off.webm');
    writeFileSync(file, 'pictures');
    app = testApp({ stored: { unfinishedRecording: file } });
    await expect.poll(() => view()).toMatchObject({ state: 'kept', file, problem: 'interrupted' });
    expect(app.settings.values.unfinishedRecording).toBeNull();
  });

  test('nothing is offered where nothing is left', async () => {
    app = testApp({ stored: { unfinishedRecording: join(folder, 'gone.webm') } });
    await expect.poll(() => app.settings.values.unfinishedRecording).toBeNull();
    expect(view()).toBeNull();
  });
});

/** A disk that takes so many bytes and then fails. */
function brokenDisk(takes: number, code: string): RecordingFiles & { readonly synced: () => number } {
  let [bytes, syncs] = [0, 0];
  const file: RecordingFile = {
    path: '/recordings/one.webm',
    async write(data) {
      if (bytes + data.length > takes) throw Object.assign(new Error(code), { code });
      bytes += data.length;
    },
    sync: async () => void (syncs += 1),
    close: async () => undefined,
    discard: async () => undefined,
  };
  return { create: async () => file, size: async () => bytes, synced: () => syncs };
}

/** A recording that has begun on that disk. */
async function onDisk(files: RecordingFiles) {
  await toMeeting(app, { role: 'host' });
  const { client, settings, clock, parley } = app;
  const recording = createRecording({
    client,
    settings,
    clock,
    files,
    store: parley.store,
    folder: () => '/recordings',
    nextId: () => 'one',
    log: () => undefined,
  });
  await recording.start();
  return recording;
}

describe('a disk', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'unwritable'],
  ])('that fails with %s ends the recording as %s, and what there was is kept', async (code, problem) => {
    const recording = await onDisk(brokenDisk(2, code));
    expect(await recording.take(new Uint8Array(2))).toEqual({ ok: true, value: null });
    expect(await recording.take(new Uint8Array(1))).toMatchObject({ error: { code: 'not-writable' } });
    expect(view()).toMatchObject({ state: 'kept', problem, file: '/recordings/one.webm' });
    expect(told().at(-1)).toEqual({ type: 'set-recording', on: false });
    expect(await recording.take(new Uint8Array(1))).toMatchObject({ error: { code: 'wrong-phase' } });
  });

  test('is made to keep what it was given every two seconds', async () => {
    const disk = brokenDisk(1_000, 'EIO');
    const recording = await onDisk(disk);
    await recording.take(new Uint8Array(1));
    expect(disk.synced()).toBe(0);
    await app.clock.advance(2_000);
    await recording.take(new Uint8Array(1));
    expect(disk.synced()).toBe(1);
  });
});
