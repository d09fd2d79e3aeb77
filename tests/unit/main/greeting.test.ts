import './support/withoutElectron.ts';

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { Deferred } from '#client/deferred.ts';
import type { Dispatch } from '#main/ipc/dispatch.ts';
import { createGreeting } from '#main/ipc/greeting.ts';
import { asStored } from '#main/settings/asStored.ts';
import { SETTINGS_FILE } from '#main/settings/firstLook.ts';
import { openSettings } from '#main/settings/settingsFile.ts';
import { DEFAULTS, type Stored } from '#main/settings/stored.ts';
import { firstSnapshot } from '#main/snapshot/firstSnapshot.ts';

import { fakeVault, OUR_PAGE, testApp } from './support/ground.ts';
import { ROOM, TARGET } from './support/meeting.ts';

const first = (stored: Stored, keyring = true) =>
  firstSnapshot({
    stored,
    vault: fakeVault(keyring),
    language: { tag: 'en', locale: 'en' },
    version: '0.1.0',
    platform: 'linux',
  });

const RECENT = { server: TARGET.server, room: ROOM, hosted: false, lastAt: 1, secret: null };
const KEY = { server: 'meet.example.org', key: fakeVault(true).seal('a key') ?? '' };

describe('what the page is told before main is there', () => {
  test.each<[string, Partial<Stored>, boolean]>([
    ['of a new profile', {}, true],
    ['without a keyring', { displayName: 'Ana' }, false],
    ['of one in use', { displayName: 'Ana', theme: 'dark', recent: [RECENT], microphoneId: 'a', cameraId: 'b' }, true],
    ['with a key for the default server', { defaultServer: 'meet.example.org', creationKey: KEY }, true],
    ['with a key that can’t be opened', { defaultServer: 'meet.example.org', creationKey: KEY }, false],
  ])('%s is what main says then', (_name, stored, keyring) => {
    const app = testApp({ stored, keyring });
    const said = first({ ...DEFAULTS, ...stored }, keyring);
    if (said === null) throw new Error('nothing was said');
    // Main adds what the settings do not hold: whether it starts at login, and where updates stand.
    expect(app.parley.store.current).toMatchObject(said);
  });

  test.each<Partial<Stored>>([
    { inside: { server: TARGET.server, room: ROOM }, recent: [RECENT] },
    { unfinishedRecording: '/videos/meeting.webm' },
  ])('is nothing where the last run ended in the middle of something: %o', (stored) => {
    expect(first({ ...DEFAULTS, ...stored })).toBeNull();
  });
});

describe('the settings as they will be', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-as-stored-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const opened = () =>
    openSettings({ directory: folder, version: '0.1.0', now: '2026-11-21', log: () => undefined }).values;

  test('are the defaults where there is no file', () => {
    expect(asStored(join(folder, 'nobody'), '0.1.0')).toEqual(DEFAULTS);
  });

  test.each(['{}', '{"displayName":"Ana","theme":"dark"}', '{"displayName":"Ana","ofANewerParley":[1]}'])(
    'of %s are what opening comes to',
    (text) => {
      writeFileSync(join(folder, SETTINGS_FILE), text);
      const stored = asStored(folder, '0.1.0');
      expect(stored).toEqual(opened());
      expect(asStored(folder, '0.1.0')).toEqual(stored);
    },
  );

  test.each(['{"theme":"pink"}', '{"displayName":"Ana"', '[]', '', '{"recent":[{"server":""}]}'])(
    'of %s are not known before they are mended',
    (text) => {
      writeFileSync(join(folder, SETTINGS_FILE), text);
      expect(asStored(folder, '0.1.0')).toBeNull();
    },
  );

  test('of another version wait for the steps to this one, where there are any', () => {
    writeFileSync(join(folder, SETTINGS_FILE), '{"displayName":"Ana"}');
    expect(opened().displayName).toBe('Ana');
    const steps = { '0.2.0': () => undefined };
    expect(asStored(folder, '0.1.0', steps)).toMatchObject({ displayName: 'Ana' });
    expect(asStored(folder, '0.2.0', steps)).toBeNull();
    expect(asStored(folder, '0.2.0', {})).toMatchObject({ displayName: 'Ana' });
  });
});

describe('a page at work while main is still to come', () => {
  const SAID = first(DEFAULTS);
  const STRANGER = { ...OUR_PAGE, isOurWindow: false };

  function greeting(said = SAID) {
    const main = new Deferred<Dispatch>();
    const onDrawn = vi.fn<() => void>();
    const one = createGreeting({
      first: said,
      rest: main.promise,
      onDrawn,
    });
    const asked: unknown[] = [];
    const rest: Dispatch = (_sender, route) => {
      asked.push(route);
      return Promise.resolve({ ok: true, value: 'the rest' });
    };
    return { one, onDrawn, asked, arrive: () => main.resolve(rest) };
  }

  test('is answered its first question at once, and all others in their order when main is there', async () => {
    const { one, asked, arrive } = greeting();
    expect(await one.dispatch(OUR_PAGE, 'app:snapshot', {})).toEqual({ ok: true, value: SAID });
    const later = [one.dispatch(OUR_PAGE, 'session:create', {}), one.dispatch(OUR_PAGE, 'app:snapshot', {})];
    expect(one.end()).toBe(true);
    arrive();
    expect(await Promise.all(later)).toEqual([
      { ok: true, value: 'the rest' },
      { ok: true, value: 'the rest' },
    ]);
    expect(asked).toEqual(['session:create', 'app:snapshot']);
  });

  test('that asks only once main is there is answered by main', async () => {
    const { one, asked, arrive } = greeting();
    expect(one.end()).toBe(false);
    arrive();
    await one.dispatch(OUR_PAGE, 'app:snapshot', {});
    expect(asked).toEqual(['app:snapshot']);
  });

  test('waits where only main can know', async () => {
    const { one, asked, arrive } = greeting(null);
    const answer = one.dispatch(OUR_PAGE, 'app:snapshot', {});
    arrive();
    expect(await answer).toEqual({ ok: true, value: 'the rest' });
    expect(asked).toEqual(['app:snapshot']);
    expect(one.end()).toBe(false);
  });

  test('says that it is drawn, and is heard before main is there', async () => {
    const { one, onDrawn, arrive } = greeting();
    const answer = one.dispatch(OUR_PAGE, 'app:drawn', {});
    expect(onDrawn).toHaveBeenCalledOnce();
    arrive();
    await answer;
  });

  test('is told nothing if it is not ours', async () => {
    const { one, onDrawn, asked, arrive } = greeting();
    arrive();
    await one.dispatch(STRANGER, 'app:snapshot', {});
    await one.dispatch(STRANGER, 'app:drawn', {});
    expect(asked).toEqual(['app:snapshot', 'app:drawn']);
    expect(onDrawn).not.toHaveBeenCalled();
    expect(one.end()).toBe(false);
  });
});

test('a page that was answered before main was there is told what is true now, and of all that comes', () => {
  const app = testApp();
  app.parley.page.greeted();
  expect(app.pushed).toEqual([{ name: 'snapshot', payload: app.parley.store.current }]);
  app.parley.store.patch({ unseen: true });
  app.parley.store.flush();
  expect(app.pushed.at(-1)).toMatchObject({ name: 'snapshot', payload: { unseen: true } });
});
