import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Kept, KeptKind } from '#protocol/ipc/privacy.ts';
import { keptFiles } from '#main/electron/keptFiles.ts';
import type { Stored } from '#main/settings/stored.ts';

import { testApp, type TestApp } from './support/ground.ts';
import { ROOM } from './support/meeting.ts';

const FULL: Partial<Stored> = {
  displayName: 'Ana',
  theme: 'dark',
  globalMute: 'Control+Alt+M',
  microphoneId: 'mic-1',
  identity: 'sealed:identity',
  hostingKey: 'sealed:hosting',
  recent: [{ server: 'meet.example.org', room: ROOM, hosted: false, lastAt: 1, secret: 'sealed:secret' }],
  knownServers: ['meet.example.org', 'video.example.net'],
  creationKey: { server: 'meet.example.org', key: 'sealed:key' },
};

async function list(app: TestApp): Promise<ReadonlyMap<KeptKind, Kept>> {
  const answer = await app.request('privacy:list', {});
  if (!answer.ok) throw new Error(answer.error.code);
  return new Map((answer.value as readonly Kept[]).map((kept) => [kept.kind, kept]));
}

describe('what is kept', () => {
  test('is read where it is kept, by kind, with how much it is', async () => {
    const app = testApp({ stored: FULL });
    const kept = await list(app);
    expect([...kept.keys()]).toEqual([
      'settings',
      'identity',
      'recent',
      'receipts',
      'way-back',
      'servers',
      'hosting',
      'logs',
    ]);
    expect(kept.get('recent')).toMatchObject({ entries: 1, deletable: 'now' });
    expect(kept.get('servers')?.entries).toBe(3);
    expect(kept.get('identity')?.entries).toBe(2);
    expect(kept.get('logs')?.bytes).toBe(2000);
    expect(kept.get('settings')?.bytes).toBeGreaterThan(0);
    expect(kept.get('receipts')).toMatchObject({ entries: 0, bytes: 0 });
  });

  test.each([
    ['recent', { recent: [] }],
    ['identity', { identity: null, hostingKey: null }],
    ['servers', { knownServers: [], creationKey: null }],
    ['settings', { displayName: '', theme: 'system', microphoneId: null, globalMute: null }],
  ] as const)('of the kind %s is gone once it was deleted, and nothing else is', async (kind, gone) => {
    const app = testApp({ stored: FULL });
    const before = app.settings.values;
    const answer = await app.request('privacy:delete', { kinds: [kind] });
    expect(answer.ok).toBe(true);
    expect(app.settings.values).toEqual({ ...before, ...gone });
    expect((await list(app)).get(kind)).toMatchObject({ bytes: 0 });
  });

  test('is gone from what the page shows as well', async () => {
    const app = testApp({ stored: FULL });
    await app.request('privacy:delete', { kinds: ['settings', 'recent', 'servers'] });
    const { settings, recent, capture } = app.parley.store.current;
    expect(settings).toMatchObject({ displayName: '', theme: 'system', creationKey: 'none' });
    expect(recent).toEqual([]);
    expect(capture.microphone.deviceId).toBeNull();
  });

  test('and needed in a meeting is not deleted there, and neither is anything that was to go with it', async () => {
    const app = testApp({ stored: FULL });
    await app.request('session:create', {});
    expect((await list(app)).get('identity')).toMatchObject({ deletable: 'after-meeting' });
    const answer = await app.request('privacy:delete', { kinds: ['recent', 'identity'] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'wrong-phase' } });
    expect(app.settings.values.recent).not.toEqual([]);
    expect(app.settings.values.identity).not.toBeNull();
  });

  test('of a recording that is being made is part of the way back, and not deleted with the settings', async () => {
    const unfinishedRecording = '/videos/Parley.webm';
    const app = testApp({ stored: FULL });
    await app.request('session:create', {});
    app.settings.write({ unfinishedRecording });
    expect((await list(app)).get('way-back')).toMatchObject({ entries: 1, deletable: 'after-meeting' });
    expect(await app.request('privacy:delete', { kinds: ['settings'] })).toMatchObject({ ok: true });
    expect(app.settings.values).toMatchObject({ displayName: '', unfinishedRecording });
  });

  test('of meetings on this computer waits until the server inside the app has stopped', async () => {
    const app = testApp();
    await app.request('session:create', {});
    await app.request('session:cancel', {});
    expect((await list(app)).get('hosting')).toMatchObject({ deletable: 'after-restart' });
    expect(await app.request('privacy:delete', { kinds: ['hosting'] })).toMatchObject({
      error: { code: 'wrong-phase' },
    });
  });

  test('on a disk that does not let go is said to be there still', async () => {
    const app = testApp();
    app.kept.works = false;
    expect(await app.request('privacy:delete', { kinds: ['logs'] })).toMatchObject({ error: { code: 'not-deleted' } });
    expect((await list(app)).get('logs')?.bytes).toBe(2000);
  });
});

test('servers that were agreed to or visited are listed, and forgetting one takes its meetings along', async () => {
  const app = testApp({ stored: FULL });
  expect(await app.request('servers:list', {})).toMatchObject({ value: ['meet.example.org', 'video.example.net'] });
  await app.request('servers:forget', { server: 'meet.example.org' });
  expect(app.settings.values).toMatchObject({ knownServers: ['video.example.net'], recent: [] });
  expect(app.parley.store.current.recent).toEqual([]);
});

describe('files beside the settings', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('are counted with all that is in them, and are gone when removed; the folder of the logs stays', () => {
    mkdirSync(join(folder, 'logs'));
    mkdirSync(join(folder, 'hosting', 'rooms'), { recursive: true });
    writeFileSync(join(folder, 'logs', 'main.log'), 'x'.repeat(10));
    writeFileSync(join(folder, 'logs', 'main.log.old'), 'x'.repeat(20));
    writeFileSync(join(folder, 'hosting', 'rooms', 'a'), 'x'.repeat(5));
    writeFileSync(join(folder, 'settings-2026-11-20.bad.json'), '{}');
    writeFileSync(join(folder, 'settings.json'), '{}');
    const files = keptFiles(folder);
    expect([files.bytes('logs'), files.bytes('hosting'), files.bytes('set-aside'), files.bytes('receipts')]).toEqual([
      30, 5, 2, 0,
    ]);
    for (const kind of ['logs', 'hosting', 'set-aside'] as const) expect(files.remove(kind)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['logs', 'settings.json']);
    expect(readdirSync(join(folder, 'logs'))).toEqual([]);
  });

  test('that are not there take no room, and removing them is no fault', () => {
    const files = keptFiles(join(folder, 'nowhere'));
    expect(files.bytes('logs')).toBe(0);
    expect(files.remove('hosting')).toBe(true);
  });
});
