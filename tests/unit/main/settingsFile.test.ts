import './support/withoutElectron.ts';

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Log } from '#main/ports.ts';
import { salvage } from '#main/settings/salvage.ts';
import { openSettings, type SettingsFile } from '#main/settings/settingsFile.ts';
import { DEFAULTS } from '#main/settings/stored.ts';

import { ROOM } from './support/meeting.ts';

const NOW = '2026-11-20T12:00:00.000Z';
const ASIDE = 'settings-2026-11-20T12-00-00-000Z.bad.json';
const GOOD = { displayName: 'Ana', theme: 'dark', closeBehaviour: 'leave', joinWithCamera: false, hostingPort: 4100 };

let folder = '';
let logged: string[] = [];
const log: Log = (what) => void logged.push(what);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-settings-'));
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (): string => join(folder, 'settings.json');
const open = (version = '0.1.0'): SettingsFile => openSettings({ directory: folder, version, now: NOW, log });
const onDisk = (): unknown => JSON.parse(readFileSync(path(), 'utf8'));

describe('settings', () => {
  test('of a new profile are the defaults', () => {
    const settings = open();
    expect(settings.values).toEqual(DEFAULTS);
    expect(settings.setAside).toBeNull();
  });

  test('are there again at the next start', () => {
    open().write({ displayName: 'Ana', theme: 'dark' });
    expect(open().values).toEqual({ ...DEFAULTS, displayName: 'Ana', theme: 'dark' });
  });

  test('may hold some values only: the others have their defaults', () => {
    writeFileSync(path(), JSON.stringify({ displayName: 'Ana' }));
    const settings = open();
    expect(settings.values).toEqual({ ...DEFAULTS, displayName: 'Ana' });
    expect(settings.setAside).toBeNull();
  });

  test('of a newer Parley keep what this one does not know', () => {
    writeFileSync(path(), JSON.stringify({ ...GOOD, someday: { a: 1 } }));
    const settings = open();
    settings.write({ displayName: 'Ben' });
    expect(settings.values).not.toHaveProperty('someday');
    expect(onDisk()).toMatchObject({ displayName: 'Ben', someday: { a: 1 } });
  });

  test('that break the schema are not written, and kept in memory', () => {
    const settings = open();
    settings.write({ hostingPort: 99_999 });
    expect(logged).toContain('settings-not-written');
    expect(onDisk()).not.toHaveProperty('hostingPort');
  });

  test('are moved on by migrations, once', () => {
    writeFileSync(path(), JSON.stringify({ displayName: 'old', __internal__: { migrations: { version: '0.1.0' } } }));
    let runs = 0;
    const migrated = (): SettingsFile =>
      openSettings({
        directory: folder,
        version: '0.3.0',
        now: NOW,
        log,
        migrations: {
          '0.2.0': (store) => {
            runs += 1;
            store.set('displayName', `${store.get('displayName')} and new`);
          },
        },
      });
    expect(migrated().values.displayName).toBe('old and new');
    expect(migrated().values.displayName).toBe('old and new');
    expect(runs).toBe(1);
  });
});

describe('a file that can’t be read as it is', () => {
  const whole = JSON.stringify({ ...GOOD, recent: [] }, null, '\t');
  const files: Readonly<Record<string, { readonly bytes: string | Buffer; readonly kept: object }>> = {
    'cut off in the middle': {
      bytes: whole.slice(0, whole.indexOf('"closeBehaviour"') + 20),
      kept: { displayName: 'Ana', theme: 'dark' },
    },
    'cut off before the end': { bytes: whole.slice(0, -3), kept: GOOD },
    empty: { bytes: '', kept: {} },
    'all NULs': { bytes: Buffer.alloc(4096), kept: {} },
    'ending in NULs': {
      bytes: `${whole.slice(0, whole.indexOf('"joinWithCamera"'))}${'\0'.repeat(500)}`,
      kept: { displayName: 'Ana' },
    },
    'no JSON': { bytes: 'displayName = Ana', kept: {} },
    'a list': { bytes: '[1, 2, 3]', kept: {} },
    'a text': { bytes: '"settings"', kept: {} },
    'of wrong types': {
      bytes: JSON.stringify({ ...GOOD, theme: 5, hostingPort: 'http', joinWithMicrophone: 'yes' }),
      kept: { displayName: 'Ana', closeBehaviour: 'leave', joinWithCamera: false, theme: 'system', hostingPort: null },
    },
    'with a damaged entry in a list': {
      bytes: JSON.stringify({
        ...GOOD,
        recent: [
          { server: 'a.example', room: ROOM, hosted: false, lastAt: 1, secret: null },
          { server: 'b.example', room: 'no code', hosted: false, lastAt: 1, secret: null },
          { server: 'c.example', room: ROOM, hosted: true, lastAt: 2, secret: null },
        ],
      }),
      kept: {
        ...GOOD,
        recent: [
          { server: 'a.example', room: ROOM, hosted: false, lastAt: 1, secret: null },
          { server: 'c.example', room: ROOM, hosted: true, lastAt: 2, secret: null },
        ],
      },
    },
    'of ten megabytes, all of it settings': {
      bytes: JSON.stringify({ ...GOOD, junk: 'x'.repeat(10_485_760) }),
      kept: GOOD,
    },
    'of ten megabytes, cut off': {
      bytes: JSON.stringify({ ...GOOD, junk: 'x,{"'.repeat(2_621_440) }).slice(0, -10),
      kept: GOOD,
    },
    'trying to reach the prototype': {
      bytes: '{"displayName":"Ana","__proto__":{"theme":"dark"},"theme":1}',
      kept: { displayName: 'Ana', theme: 'system' },
    },
  };

  test.each(Object.entries(files))('%s: is put aside whole, and what can be read is kept', (_what, { bytes, kept }) => {
    writeFileSync(path(), bytes);
    const settings = open();
    expect(settings.values).toEqual({ ...DEFAULTS, ...settings.values, ...kept });
    expect(settings.setAside).toBe(join(folder, ASIDE));
    expect(readFileSync(join(folder, ASIDE)).equals(Buffer.from(bytes))).toBe(true);

    // What stands in its place is good: the next start finds nothing to complain of, and changes are kept.
    settings.write({ displayName: 'Cem' });
    const next = open();
    expect(next.setAside).toBeNull();
    expect(next.values).toEqual({ ...settings.values, displayName: 'Cem' });
    expect(readdirSync(folder).sort()).toEqual([ASIDE, 'settings.json']);
  });

  test('a migration that fails loses nothing', () => {
    writeFileSync(path(), JSON.stringify({ ...GOOD, __internal__: { migrations: { version: '0.1.0' } } }));
    const settings = openSettings({
      directory: folder,
      version: '0.2.0',
      now: NOW,
      log,
      migrations: {
        '0.2.0': () => {
          throw new Error('a bug');
        },
      },
    });
    expect(settings.values).toMatchObject(GOOD);
    expect(settings.setAside).toBe(join(folder, ASIDE));
  });
});

describe('a disk that refuses', () => {
  test('a profile that is no folder: the app runs on memory', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const settings = openSettings({ directory: join(file, 'profile'), version: '0.1.0', now: NOW, log });
    expect(settings.values).toEqual(DEFAULTS);
    settings.write({ displayName: 'Ana' });
    expect(settings.values.displayName).toBe('Ana');
    expect(logged).toContain('settings-in-memory-only');
  });

  test('settings that are a folder: the app runs on memory, and leaves it alone', () => {
    mkdirSync(path());
    writeFileSync(join(path(), 'something'), '');
    const settings = open();
    settings.write({ displayName: 'Ana' });
    expect(settings.values).toEqual({ ...DEFAULTS, displayName: 'Ana' });
  });

  test('a write that fails is kept in memory and said in the log', () => {
    const settings = open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'now a file');
    settings.write({ displayName: 'Ana' });
    expect(settings.values.displayName).toBe('Ana');
    expect(logged).toContain('settings-not-written');
  });

  test('what writes left behind that were cut short is removed', () => {
    open().write({ displayName: 'Ana' });
    writeFileSync(join(folder, 'settings.json.tmp-17000000001a2b3c'), '{"displ');
    expect(open().values.displayName).toBe('Ana');
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});

test('salvage keeps the longest run of whole entries', () => {
  expect(salvage('{"a":1,"b":[1,2,{"c":3}],"d":"x,y')).toEqual({ values: { a: 1, b: [1, 2, { c: 3 }] }, whole: false });
  expect(salvage('{"a":"\\"},","b":')).toEqual({ values: { a: '"},' }, whole: false });
  expect(salvage('{"a":1}')).toEqual({ values: { a: 1 }, whole: true });
  expect(salvage('{"a":1')).toEqual({ values: {}, whole: false });
});
