import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { redact } from '#main/diagnostics/redact.ts';
import { lastLines } from '#main/logging/lastLines.ts';

import { testApp } from './support/ground.ts';
import { SECRET, TARGET } from './support/meeting.ts';
import { LINK, toMeeting } from './support/situations.ts';

const PLANTED = {
  'my name': 'Anastasia Planted',
  'an invite': LINK,
  'the secret of an invite alone': SECRET,
  'a key without digits': 'AbcdefghIjklmnopqrstuvwxYz',
  'a token': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmVk-c2lnbmVkc2lnbmVk',
  'a server': 'meet.planted.example',
  'a meeting': 'abc-defg-hij',
  'an address': '203.0.113.77:4100',
  'an address of the newer kind': '2001:db8::ff00:42:8329',
  'a path': '/home/ana/secret plans/notes.txt',
  'a Windows path': 'C:\\Users\\ana\\planted.txt',
  mail: 'ana@planted.example',
  'the machine': 'ana-desktop',
} as const;

describe('the diagnostics file', () => {
  test('holds none of the secrets, names and places that were planted everywhere', async () => {
    const app = testApp({
      stored: {
        displayName: PLANTED['my name'],
        defaultServer: PLANTED['a server'],
        identity: 'sealed-identity-planted',
        hostingKey: 'sealed-hosting-planted',
        creationKey: { server: PLANTED['a server'], key: 'sealed-creation-planted' },
        microphoneId: 'device-planted',
        knownServers: ['known.planted.example'],
        recent: [{ server: 'recent.planted.example', room: TARGET.room, hosted: false, lastAt: 1, secret: 'sealed-x' }],
      },
    });
    await toMeeting(app);
    await app.request('settings:change', { displayName: PLANTED['my name'] });
    const lines = app.logLines as string[];
    for (const [what, secret] of Object.entries(PLANTED)) lines.push(JSON.stringify({ what, field: `a ${secret} b` }));
    lines.push(JSON.stringify({ what: 'nested', field: { deep: SECRET } }), `no JSON at all ${SECRET}`, '[1]');

    const answer = await app.request('diagnostics:save', {});

    const [file] = app.files.saved;
    expect(answer).toEqual({ ok: true, value: { path: `/downloads/${file?.name}` } });
    expect(file?.name).toMatch(/^parley-diagnostics-2023-11-14T22-13-20\.json$/);
    const text = file?.text ?? '';
    for (const [what, secret] of Object.entries(PLANTED)) expect.soft(text, what).not.toContain(secret);
    expect(text).not.toMatch(/planted|sealed|secret plans/i);
    expect(text, 'what is around a secret stays').toContain('"field": "a <secret> b"');
    expect(text, 'nobody in the meeting is named').not.toMatch(/"Ben"|Ben /);
  });

  test('says what is needed to find a fault', async () => {
    const app = testApp({ stored: { theme: 'dark', displayName: 'Anastasia' } });
    await toMeeting(app);
    await app.request('diagnostics:save', {});
    expect(JSON.parse(app.files.saved[0]?.text ?? '')).toMatchObject({
      at: '2023-11-14T22:13:20.000Z',
      app: { version: '0.1.0' },
      machine: { platform: 'linux' },
      settings: { theme: 'dark', displayName: 'set', defaultServer: 'not set', recent: '1 kept' },
      now: { phase: 'joined', people: 2, capture: { microphone: { wanted: true, live: true, error: null } } },
    });
  });

  test('that can not be written is refused, and so are logs that nothing opens', async () => {
    const app = testApp();
    app.files.works = false;
    expect(await app.request('diagnostics:save', {})).toMatchObject({ ok: false, error: { code: 'not-written' } });
    expect(await app.request('logs:open', {})).toMatchObject({ ok: false, error: { code: 'not-opened' } });
    app.files.works = true;
    expect(await app.request('logs:open', {})).toEqual({ ok: true, value: null });
    expect(app.files.opened).toBe(1);
  });
});

test('what a fault left in the log stays readable', () => {
  const known = { names: ['Al'], servers: [], machine: [] };
  expect(redact('createPromptDesk (main.cjs:12:7) < ask (main.cjs:3:1)', known)).toBe(
    'createPromptDesk (main.cjs:12:7) < ask (main.cjs:3:1)',
  );
  expect(redact('TypeError called', { ...known, names: ['e', '', 'Al'] })).toBe('TypeError called');
  expect(redact('al said (a.b)', { ...known, names: ['Al', 'a.b'] })).toBe('<name> said (<name>)');
});

describe('the last lines of a log', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('reach back into the file before, and are none where there is no file', () => {
    const path = join(folder, 'main.log');
    expect(lastLines(path, 3)).toEqual([]);
    writeFileSync(`${path}.old`, 'one\ntwo\n');
    writeFileSync(path, 'three\nfour\n');
    expect(lastLines(path, 3)).toEqual(['two', 'three', 'four']);
    expect(lastLines(path, 2)).toEqual(['three', 'four']);
  });
});
