import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { findElectron } from '#build/setup/electronRuntime.mjs';
import { fallbackName } from '#build/setup/fallbackElectron.mjs';

import { listener, temporaryFolder, write } from './fakes.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The electron package, whose download does `get`; it notes how often it was asked, and unpacks to what `get` made. */
function checkoutWith(get: string): string {
  const root = temporaryFolder();
  write(root, {
    'node_modules/electron/package.json': { name: 'electron', version: '45.0.0' },
    'node_modules/electron/checksums.json': {},
    'node_modules/electron/install.js': `
      const { mkdirSync, writeFileSync } = require('node:fs');
      mkdirSync(__dirname + '/dist');
      writeFileSync(__dirname + '/dist/version', 'v45.0.0');
      writeFileSync(__dirname + '/dist/electron', '');
      writeFileSync(__dirname + '/path.txt', 'electron');`,
    'node_modules/@electron/get/index.js': `
      require('node:fs').appendFileSync(${JSON.stringify(join(root, 'asked'))}, 'once\\n');
      exports.downloadArtifact = async () => { ${get} };`,
  });
  return root;
}

const timesAsked = (root: string) =>
  existsSync(join(root, 'asked')) ? readFileSync(join(root, 'asked'), 'utf8').trim().split('\n').length : 0;

/** A cache in which the fallback has been put before, so that nothing is fetched. */
function cacheWithFallback(): string {
  const cache = temporaryFolder();
  mkdirSync(join(cache, fallbackName(), 'electron'), { recursive: true });
  return cache;
}

const UNREACHABLE = `throw Object.assign(new Error('getaddrinfo ENOTFOUND releases'), { code: 'ENOTFOUND' });`;

function find(root: string, cache: string, more: { readonly retry?: boolean; readonly silenceMs?: number } = {}) {
  const { told, progress } = listener();
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  return findElectron({ root, cache, progress, ...more }).then((electron) => ({ ...electron, told }));
}

describe('which Electron is used', () => {
  test('the one that ELECTRON_OVERRIDE_DIST_PATH names, before all others', async () => {
    const folder = temporaryFolder();
    write(folder, {
      electron: '',
      'electron.exe': '',
      'Electron.app/Contents/MacOS/Electron': '',
      version: 'v44.1.0\n',
    });
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    const electron = await findElectron({ progress: listener().progress, root: checkoutWith(UNREACHABLE) });
    expect(electron).toMatchObject({ folder, source: 'override', version: '44.1.0' });
  });

  test('an override that leads nowhere is an error, not a reason to take another', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', temporaryFolder());
    await expect(findElectron({ progress: listener().progress })).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH/);
  });

  test('the declared one, downloaded when it is first needed and never again', async () => {
    const root = checkoutWith('');
    const cache = temporaryFolder();
    const first = await find(root, cache);
    expect(first).toMatchObject({ source: 'declared', version: '45.0.0' });
    expect(first.executable).toBe(join(root, 'node_modules/electron/dist/electron'));
    expect(first.told[0]).toContain('Downloading Electron 45.0.0');

    expect((await find(root, cache)).told).toEqual([]);
    expect(timesAsked(root)).toBe(1);
  });

  test('a binary of another version than the declared one is not used', async () => {
    const root = checkoutWith('');
    write(root, { 'node_modules/electron/dist/version': 'v44.0.0', 'node_modules/electron/path.txt': 'electron' });
    write(root, { 'node_modules/electron/dist/electron': '' });
    await find(root, cacheWithFallback());
    expect(timesAsked(root)).toBe(1);
  });
});

// The fallback is for Linux on x64; elsewhere the same roads end in words that say what to do.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('without the declared Electron', () => {
  test('the fallback is used, with the reason', async () => {
    const electron = await find(checkoutWith(UNREACHABLE), cacheWithFallback());
    expect(electron).toMatchObject({ source: 'fallback', version: '22.3.25' });
    expect(electron.why).toContain("Electron 45.0.0 can't be had");
    expect(electron.why).toContain('ENOTFOUND');
  });

  test('a network that hangs is given up', async () => {
    const electron = await find(
      checkoutWith('await new Promise((done) => setTimeout(done, 60_000));'),
      cacheWithFallback(),
      {
        silenceMs: 500,
      },
    );
    expect(electron.why).toContain('no progress for 0.5 s');
  });

  test('a failed download is remembered, so that the next start is instant', async () => {
    const root = checkoutWith(UNREACHABLE);
    const cache = cacheWithFallback();
    await find(root, cache);
    const second = await find(root, cache);
    expect(timesAsked(root)).toBe(1);
    expect(second.told).toEqual([]);
    expect(second.why).toContain('--retry-electron');
  });

  test.each([
    ['when asked to', { retry: true }, 0],
    ['after a day', {}, DAY_MS + 60_000],
  ])('a failed download is tried again %s', async (_, options, age) => {
    const root = checkoutWith(UNREACHABLE);
    const cache = cacheWithFallback();
    await find(root, cache);
    const then = new Date(Date.now() - age);
    utimesSync(join(cache, 'electron-45.0.0-unreachable.txt'), then, then);
    await find(root, cache, options);
    expect(timesAsked(root)).toBe(2);
  });
});
