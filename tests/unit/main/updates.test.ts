import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { policyFile, readPolicy } from '#main/updates/policy.ts';
import { failureOf } from '#main/updates/updateFailure.ts';
import { DAY_MS, FIRST_MS } from '#main/updates/updates.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

const updates = (app: TestApp) => app.parley.store.current.updates;

async function ready(app: TestApp): Promise<void> {
  await app.request('updates:check', {});
  app.updater.answer({ kind: 'ready', version: '2.0.0' });
  await settled();
}

describe('newer versions are looked for', () => {
  test('a little after the start, and every day', async () => {
    const app = testApp({ updatesOff: null });
    expect(updates(app)).toEqual({ state: 'idle', checkedAt: null });
    await app.clock.advance(FIRST_MS);
    expect([app.updater.looks, updates(app)?.state]).toEqual([1, 'checking']);
    app.updater.answer({ kind: 'none' });
    await settled();
    expect(updates(app)).toEqual({ state: 'idle', checkedAt: app.clock.now() });
    await app.clock.advance(DAY_MS);
    expect(app.updater.looks).toBe(2);
  });

  test('not in a meeting: what falls due there is done when it is over', async () => {
    const app = testApp({ updatesOff: null });
    await toMeeting(app);
    await app.clock.advance(FIRST_MS + 3 * DAY_MS);
    expect(app.updater.looks).toBe(0);
    app.client.feed(ended);
    await settled();
    expect(app.updater.looks).toBe(1);
  });

  test('by hand, one look at a time', async () => {
    const app = testApp({ updatesOff: null });
    expect(await app.request('updates:check', {})).toEqual({ ok: true, value: null });
    expect(await app.request('updates:check', {})).toMatchObject({ error: { code: 'wrong-phase' } });
    app.updater.progress('2.0.0', 40);
    expect(updates(app)).toEqual({ state: 'downloading', version: '2.0.0', percent: 40 });
    app.updater.answer({ kind: 'failed', why: 'tampered' });
    await settled();
    expect(updates(app)).toEqual({ state: 'failed', why: 'tampered' });
    app.updater.progress('2.0.0', 41);
    expect(updates(app), 'news from a look that is over').toEqual({ state: 'failed', why: 'tampered' });
  });

  test('not again where one is ready', async () => {
    const app = testApp({ updatesOff: null });
    await ready(app);
    await app.clock.advance(2 * DAY_MS);
    expect(app.updater.looks).toBe(1);
  });

  test.each(['development', 'unsupported', 'policy', 'bad-policy'] as const)(
    'never where they are off: %s',
    async (why) => {
      const app = testApp({ updatesOff: why });
      await app.clock.advance(2 * DAY_MS);
      expect(updates(app)).toEqual({ state: 'off', why });
      expect(await app.request('updates:check', {})).toMatchObject({ error: { code: 'wrong-phase' } });
      expect(app.updater.looks).toBe(0);
    },
  );
});

describe('what is ready', () => {
  test('is installed by a restart, after devices and server are released', async () => {
    const app = testApp({ updatesOff: null });
    await ready(app);
    await toPreview(app);
    await app.request('capture:report', reported({ camera: true }));
    expect(await app.request('updates:restart', {})).toEqual({ ok: true, value: null });
    await settled();
    await app.request('capture:report', reported());
    await app.clock.advance(20_000);
    expect(app.hosting.asked).toContain('close');
    expect(app.done.at(-1)).toBe('exit');
    app.parley.updates.takeOver();
    expect(app.updater.asked).toEqual(['now']);
  });

  test('never ends a meeting of mine', async () => {
    const app = testApp({ updatesOff: null });
    await ready(app);
    await toMeeting(app);
    expect(await app.request('updates:restart', {})).toMatchObject({ error: { code: 'wrong-phase' } });
    await app.clock.advance(DAY_MS);
    expect(app.done).not.toContain('exit');
    app.parley.updates.takeOver();
    expect(app.updater.asked, 'nor does a quit that was meant as one').not.toContain('now');
  });

  test('never ends a meeting of others on this computer', async () => {
    const app = testApp({ updatesOff: null });
    await ready(app);
    app.hosting.people = 2;
    expect(await app.request('updates:restart', {})).toMatchObject({ error: { code: 'others-served' } });
    expect(app.done).not.toContain('exit');
  });

  test('waits for the quit where the person says so, and only then', async () => {
    const app = testApp({ updatesOff: null });
    await ready(app);
    expect(app.updater.asked).toEqual([]);
    await app.request('updates:when-i-quit', {});
    expect(app.updater.asked).toEqual(['on-quit']);
    expect(updates(app)).toEqual({ state: 'ready', version: '2.0.0', onQuit: true });
  });

  test('is not there before it is: nothing to restart into', async () => {
    const app = testApp({ updatesOff: null });
    expect(await app.request('updates:restart', {})).toMatchObject({ error: { code: 'wrong-phase' } });
    expect(await app.request('updates:when-i-quit', {})).toMatchObject({ error: { code: 'wrong-phase' } });
  });
});

test.each([
  [{ code: 'ERR_CHECKSUM_MISMATCH' }, 'tampered'],
  [{ code: 'ERR_UPDATER_INVALID_SIGNATURE' }, 'tampered'],
  [{ code: 'ENOSPC' }, 'not-written'],
  [{ code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' }, 'unreachable'],
  [{ statusCode: 503 }, 'unreachable'],
  [new Error('net::ERR_INTERNET_DISCONNECTED'), 'unreachable'],
  [{ code: 'ERR_UPDATER_INVALID_UPDATE_INFO' }, 'unreadable'],
  [null, 'unreadable'],
])('the library’s %j is to people: %s', (error, why) => {
  expect(failureOf(error)).toBe(why);
});

describe('the policy of a computer', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-policy-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const read = (text: string) => {
    const path = join(folder, 'policy.json');
    writeFileSync(path, text);
    return readPolicy(path);
  };

  test('names another feed, or none; other programs’ keys are left to them', () => {
    expect(readPolicy(join(folder, 'none.json'))).toEqual({});
    expect(read('{"updates":{"feed":"https://intranet.example/parley"},"other":1}')).toEqual({
      updates: { feed: 'https://intranet.example/parley' },
    });
    expect(read('{"updates":{"off":true}}')).toEqual({ updates: { off: true } });
    expect(read('{"updates":{"feed":"http://127.0.0.1:8080/"}}')).not.toBeNull();
  });

  test.each([
    '{',
    '[]',
    '{"updates":{"feed":"http://intranet.example/"}}',
    '{"updates":{"feed":7}}',
    '{"updates":{"of":true}}',
  ])('that makes no sense, or would be fetched in the open, is not taken for none: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  test('is where only an administrator writes', () => {
    expect(policyFile('linux', {})).toBe('/etc/parley/policy.json');
    expect(policyFile('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Parley\\policy.json');
    expect(policyFile('darwin', {})).toBe('/Library/Application Support/Parley/policy.json');
  });
});
