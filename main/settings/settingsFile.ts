import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

import Store from 'electron-store';
import * as v from 'valibot';

import type { Log } from '../ports.ts';
import { MAX_SETTINGS_SIZE, SETTINGS_FILE } from './firstLook.ts';
import { type Migrations, MIGRATIONS } from './migrations.ts';
import { parseObject, salvage } from './salvage.ts';
import { SomeStored, STORED, type Stored, withDefaults } from './stored.ts';

export interface SettingsFile {
  readonly values: Stored;
  /** Kept at once in memory and, where the disk lets it, on disk: old values or new ones, never half. */
  write(change: Partial<Stored>): void;
  /** Where a file that could not be read as it was has been put aside at this start; null where all was well. */
  readonly setAside: string | null;
}

interface Options {
  readonly directory: string;
  readonly version: string;
  /** ISO 8601, for the name of a file that is put aside. */
  readonly now: string;
  readonly log: Log;
  readonly migrations?: Migrations;
}

const NAME = basename(SETTINGS_FILE, '.json');
/** Members of a damaged list that are looked at one by one. */
const MAX_RESCUED_MEMBERS = 100;

/**
 * Opens the settings. Never throws and loses nothing: a file that can't be read as it is gets copied aside, whatever can
 * be read of it is kept, and where nothing can be written the app runs on memory.
 */
export function openSettings(options: Options): SettingsFile {
  const { directory, log } = options;
  const path = join(directory, SETTINGS_FILE);
  removeUnfinishedWrites(directory);

  let setAside: string | null = null;
  const found = readOurs(path);
  let store = found === null ? null : tryOpen(options);
  if (store === null) {
    setAside = putAside(path, found, options);
    store = rescue(path, options);
  }
  if (store === null) log('settings-in-memory-only');
  let values = withDefaults(store?.store ?? {});

  return {
    get values() {
      return values;
    },
    write(change) {
      values = { ...values, ...change };
      try {
        v.parse(SomeStored, change);
        store?.set(change);
      } catch (error) {
        log('settings-not-written', { error: codeOf(error) });
      }
    },
    setAside,
  };
}

function open({ directory, version, migrations = MIGRATIONS }: Options, name = NAME): Store<Stored> {
  return new Store<Stored>({
    cwd: directory,
    name,
    migrations,
    projectVersion: version,
    clearInvalidConfig: false,
  });
}

function tryOpen(options: Options, name = NAME): Store<Stored> | null {
  try {
    const store = open(options, name);
    // After the migrations: an older file is as today's then.
    v.parse(SomeStored, store.store);
    return store;
  } catch (error) {
    options.log('settings-not-opened', { error: codeOf(error) });
    return null;
  }
}

/** Copies the file aside, as it was `found`. The original stays until something better is ready to take its place. */
function putAside(path: string, found: Buffer | null, { directory, now, log }: Options): string | null {
  if (!existsSync(path)) return null;
  const aside = join(directory, `${NAME}-${now.replaceAll(/[:.]/g, '-')}.bad.json`);
  try {
    // The store has written into a file that it took for good, before what is in it was looked at.
    if (found === null) copyFileSync(path, aside);
    else writeFileSync(aside, found, { mode: 0o600 });
    return aside;
  } catch (error) {
    log('settings-not-copied-aside', { error: codeOf(error) });
  }
  try {
    renameSync(path, aside);
    return aside;
  } catch (error) {
    log('settings-not-moved-aside', { error: codeOf(error) });
    return null;
  }
}

/** Builds a good file beside the bad one, entry by entry, and puts it in its place in one step. */
function rescue(path: string, options: Options): Store<Stored> | null {
  const draft = `${NAME}-rescued`;
  const draftPath = join(options.directory, `${draft}.json`);
  try {
    mkdirSync(options.directory, { recursive: true });
    rmSync(draftPath, { force: true });
    const store = open(options, draft);
    const kept = rescued(salvage(readText(path)).values);
    store.store = { ...store.store, ...kept };
    renameSync(draftPath, path);
    options.log('settings-rescued', { kept: Object.keys(kept).length });
    return open(options);
  } catch (error) {
    options.log('settings-not-rescued', { error: codeOf(error) });
    return null;
  }
}

/** The entries that are as they should be; of a list with bad members the good ones. */
function rescued(values: Readonly<Record<string, unknown>>): Partial<Stored> {
  const kept = Object.entries(STORED).flatMap(([key, schema]) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    const whole = v.safeParse(schema, Array.isArray(value) ? goodMembers(schema, value) : value);
    return whole.success ? [[key, whole.output]] : [];
  });
  return Object.fromEntries(kept) as Partial<Stored>;
}

function goodMembers(schema: v.GenericSchema, list: readonly unknown[]): readonly unknown[] {
  const isGood = (members: readonly unknown[]): boolean => v.safeParse(schema, members).success;
  return isGood(list) ? list : list.slice(0, MAX_RESCUED_MEMBERS).filter((member) => isGood([member]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Temporary files of writes that a sudden end cut short. */
function removeUnfinishedWrites(directory: string): void {
  try {
    for (const name of readdirSync(directory)) {
      if (name.startsWith(`${SETTINGS_FILE}.tmp-`)) rmSync(join(directory, name), { force: true });
    }
  } catch {
    // No directory yet, or not ours to clean.
  }
}

/**
 * What is there, if it is one JSON object of a size that settings have, or nothing yet; null for anything else: the store
 * would take a list, or a text, for empty.
 */
function readOurs(path: string): Buffer | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return Buffer.alloc(0);
    const bytes = found.size <= MAX_SETTINGS_SIZE ? readFileSync(path) : Buffer.alloc(0);
    return parseObject(bytes.toString('utf8')) === null ? null : bytes;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return (error as NodeJS.ErrnoException).code ?? error.name;
}
