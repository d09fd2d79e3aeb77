import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { underFreeName } from '#main/files/freeName.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-names-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const make = (name: string): Promise<string> =>
  underFreeName(name, async (candidate) => {
    await writeFile(join(folder, candidate), '', { flag: 'wx' });
    return candidate;
  });

test.each([
  ['notes.txt', ['notes.txt', 'notes (2).txt', 'notes (3).txt']],
  ['at 09.30.webm', ['at 09.30.webm', 'at 09.30 (2).webm', 'at 09.30 (3).webm']],
  ['README', ['README', 'README (2)', 'README (3)']],
])('%s has the next free name each time', async (name, names) => {
  for (const expected of names) expect(await make(name)).toBe(expected);
  expect(readdirSync(folder).sort()).toEqual([...names].sort());
});

test('each of many at once has its own', async () => {
  const names = await Promise.all(Array.from({ length: 20 }, () => make('notes.txt')));
  expect(new Set(names).size).toBe(20);
});

/** A disk that takes no name, and the names that were tried on it. */
function failing(code: string) {
  const tried: string[] = [];
  const fail = (name: string): Promise<never> => {
    tried.push(name);
    return Promise.reject(Object.assign(new Error(code), { code }));
  };
  return { tried, fail };
}

test('another fault than a name that is taken is told at once', async () => {
  const { tried, fail } = failing('ENOSPC');
  await expect(underFreeName('notes.txt', fail)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(tried).toEqual(['notes.txt']);
});

test('it ends where every name is taken', async () => {
  const { tried, fail } = failing('EEXIST');
  await expect(underFreeName('notes.txt', fail)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(new Set(tried).size).toBe(1_000);
});
