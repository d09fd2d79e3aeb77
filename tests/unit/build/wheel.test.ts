import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { cachedFolder } from '#build/setup/cached.mjs';
import { fetchWheel } from '#build/setup/wheel.mjs';

import { fakePrograms, listener, temporaryFolder, write } from './fakes.ts';

const GENUINE = createHash('sha256').update('genuine').digest('hex');
const WHEEL = { name: 'tool', version: '1.0', platform: 'manylinux1_x86_64', sha256: GENUINE };

/** pip, which puts a file with `content` where it was told to. */
const pipThatBrings = (content: string) => `
  case "$*" in
    *--version*) exit 0 ;;
    *download*) for word; do folder=$word; done; printf '%s' '${content}' > "$folder/tool-1.0-py3-none-any.whl" ;;
    *'zipfile -e'*) for word; do folder=$word; done; mkdir "$folder" ;;
    *) exit 3 ;;
  esac`;

describe('a wheel from the Python registry', () => {
  test('the pinned file is unpacked', async () => {
    fakePrograms({ python3: pipThatBrings('genuine') });
    const folder = temporaryFolder();
    const { contents } = await fetchWheel(WHEEL, { folder, what: 'The test', progress: listener().progress });
    expect(existsSync(contents)).toBe(true);
  });

  test('another file than the pinned one is refused and not unpacked', async () => {
    fakePrograms({ python3: pipThatBrings('forged') });
    const folder = temporaryFolder();
    const fetching = fetchWheel(WHEEL, { folder, what: 'The test', progress: listener().progress });
    await expect(fetching).rejects.toThrow(new RegExp(`not ${GENUINE}`));
    expect(existsSync(join(folder, 'contents'))).toBe(false);
  });

  test('what pip says is shown when it fails', async () => {
    fakePrograms({ python3: 'case "$*" in *--version*) ;; *) echo "ERROR: no such package"; exit 1 ;; esac' });
    const fetching = fetchWheel(WHEEL, { folder: temporaryFolder(), what: 'The test', progress: listener().progress });
    await expect(fetching).rejects.toThrow(/no such package/);
  });
});

const make = async (folder: string) => write(folder, { 'tool/bin': 'x' });

describe('a folder in the cache', () => {
  test('is made once, however many ask for it at once', async () => {
    const cache = temporaryFolder();
    const places = await Promise.all([1, 2, 3].map(async () => cachedFolder(cache, 'tool-1', make)));
    expect(new Set(places)).toEqual(new Set([join(cache, 'tool-1')]));
    expect(readdirSync(cache)).toEqual(['tool-1']);
    expect(existsSync(join(cache, 'tool-1/tool/bin'))).toBe(true);
  });

  test('is not made again', async () => {
    const cache = temporaryFolder();
    write(cache, { 'tool-1/tool': 'x' });
    const place = await cachedFolder(cache, 'tool-1', async () => {
      throw new Error('made again');
    });
    expect(place).toBe(join(cache, 'tool-1'));
  });

  test('that could not be made whole is not there at all', async () => {
    const cache = temporaryFolder();
    const making = cachedFolder(cache, 'tool-1', async (folder) => {
      write(folder, { half: 'x' });
      throw new Error('the disk is full');
    });
    await expect(making).rejects.toThrow('the disk is full');
    expect(readdirSync(cache)).toEqual([]);
  });
});
