import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import { installDependencies, whyInstall } from '#build/setup/dependencies.mjs';
import { SetupProblem } from '#build/setup/progress.mjs';

import { fakePrograms, listener, temporaryFolder, write } from './fakes.ts';

const LEFT = { version: '1.0.0', integrity: 'sha512-left' };
const MAC_ONLY = { version: '2.0.0', integrity: 'sha512-mac', optional: true };
const LOCK = { packages: { '': {}, 'node_modules/left': LEFT, 'node_modules/for-mac': MAC_ONLY } };

const installed = (packages: Readonly<Record<string, unknown>>) => ({
  'node_modules/.package-lock.json': { packages },
});

function checkout(files: Readonly<Record<string, unknown>> = {}): string {
  const root = temporaryFolder();
  write(root, { 'package-lock.json': LOCK, ...files });
  return root;
}

describe('whether packages must be installed', () => {
  test('a fresh checkout has no node_modules', () => {
    expect(whyInstall(checkout())).toMatch(/no node_modules/);
  });

  test('an installation that was cut off is not taken for a whole one', () => {
    expect(whyInstall(checkout({ 'node_modules/left/index.js': '' }))).toMatch(/not finished/);
  });

  test('what the lockfile asks for is enough, without packages for other systems', () => {
    expect(whyInstall(checkout(installed({ 'node_modules/left': LEFT })))).toBeNull();
  });

  test.each([
    ['a package is missing', {}, /left is not installed/],
    ['another version', { 'node_modules/left': { ...LEFT, version: '1.0.1' } }, /left .* another version/],
    ['other contents', { 'node_modules/left': { ...LEFT, integrity: 'sha512-other' } }, /left .* another version/],
    ['one too many', { 'node_modules/left': LEFT, 'node_modules/right': LEFT }, /right .* no longer wanted/],
  ])('%s: installed again, and it says why', (_, packages, why) => {
    expect(whyInstall(checkout(installed(packages)))).toMatch(why);
  });

  test('a checkout without lockfile is refused', () => {
    expect(() => whyInstall(temporaryFolder())).toThrow(SetupProblem);
  });
});

describe('installing packages', () => {
  beforeEach(() => {
    // Set where the tests themselves were started by npm.
    vi.stubEnv('npm_execpath', '');
  });

  test('is done by npm ci, once', async () => {
    const root = checkout();
    const hidden = JSON.stringify({ packages: { 'node_modules/left': LEFT } });
    const programs = fakePrograms({
      npm: `echo "$@" >> asked
        echo 'npm http fetch GET 200 left 5ms' >&2
        mkdir -p '${root}/node_modules'
        echo '${hidden}' > '${root}/node_modules/.package-lock.json'`,
    });
    const { told, progress } = listener();
    await installDependencies({ root, progress });
    await installDependencies({ root, progress });

    const asked = readFileSync(join(programs, 'asked'), 'utf8').trim().split('\n');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^ci /);
    expect(told[0]).toContain('no node_modules');
  });

  test('stops an npm that hangs on the network', async () => {
    fakePrograms({ npm: 'sleep 60' });
    const installing = installDependencies({ root: checkout(), progress: listener().progress, silenceMs: 300 });
    await expect(installing).rejects.toThrow(/no progress for 0.3 s/);
  });

  test('shows the words of an npm that fails', async () => {
    fakePrograms({ npm: 'echo "npm error code E404"; exit 1' });
    await expect(installDependencies({ root: checkout(), progress: listener().progress })).rejects.toThrow(/E404/);
  });

  test('says what to install where there is no npm', async () => {
    const root = checkout();
    fakePrograms({}, { alone: true });
    await expect(installDependencies({ root, progress: listener().progress })).rejects.toThrow(/Install Node.js/);
    expect(existsSync(join(root, 'node_modules'))).toBe(false);
  });
});
