import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { BUNDLES, fingerprint } from '#build/setup/bundles.mjs';
import { cacheFolderFor, ROOT } from '#build/setup/paths.mjs';
import { checkNode } from '#build/setup/ready.mjs';
import { missingLibraries } from '#build/setup/systemLibraries.mjs';

import { fakePrograms, temporaryFolder, write } from './fakes.ts';

test.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('Node %s is new enough', (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

test.each(['16.17.1', '20.18.3', '18.20.0'])('Node %s is refused, and it says which one is needed', (version) => {
  expect(() => checkNode(version)).toThrow(/20\.19/);
});

describe('what can be fetched again is kept outside the checkout', () => {
  test.each([
    ['linux', {}, join('/home/ana', '.cache', 'parley')],
    ['linux', { XDG_CACHE_HOME: '/somewhere' }, join('/somewhere', 'parley')],
    ['darwin', {}, join('/home/ana', 'Library', 'Caches', 'parley')],
    ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'parley', 'Cache')],
  ] as const)('on %s with %o', (platform, env, folder) => {
    expect(cacheFolderFor(env, platform, '/home/ana')).toBe(folder);
  });
});

test('libraries that the system lacks are named once', async () => {
  fakePrograms({
    ldd: `printf '\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n\\tlibgtk-3.so.0 => not found\\n\\tlibgtk-3.so.0 => not found\\n'`,
  });
  expect(await missingLibraries('/somewhere/electron')).toEqual(['libgtk-3.so.0']);
});

function sources(): string {
  const root = temporaryFolder();
  write(root, { 'main/a.ts': 'a', 'main/b/c.ts': 'c', 'other/d.ts': 'd' });
  return root;
}

/** Whether a bundle of main/ and missing.ts must be made again after these changes. */
function changed(files: Readonly<Record<string, string>>): boolean {
  const root = sources();
  const before = fingerprint(['main', 'missing.ts'], root);
  write(root, files);
  return fingerprint(['main', 'missing.ts'], root) !== before;
}

describe('a bundle is made again', () => {
  test('when a source of it changes, comes, or was missing before', () => {
    expect(changed({ 'main/b/c.ts': 'C' })).toBe(true);
    expect(changed({ 'main/b/new.ts': '' })).toBe(true);
    expect(changed({ 'missing.ts': '' })).toBe(true);
  });

  test.each(BUNDLES)('when what the configuration of $name is made from changes', ({ name, config = name, from }) => {
    const text = readFileSync(join(ROOT, `build/vite.${config}.config.ts`), 'utf8');
    const imported = Array.from(text.matchAll(/from '\.\/([^']+)'/g), ([, file]) => `build/${file}`);
    expect(from).toEqual(expect.arrayContaining(imported));
  });

  test('not when something else does', () => {
    expect(changed({ 'main/a.ts': 'a', 'other/d.ts': 'D' })).toBe(false);
  });
});
