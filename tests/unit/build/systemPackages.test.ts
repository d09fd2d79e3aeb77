import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import { installSystemPackages } from '#build/setup/systemPackages.mjs';

import { fakePrograms, listener, temporaryFolder, write } from './fakes.ts';

const POLICY = (name: string, candidate: string) => `${name}:\\n  Installed: (none)\\n  Candidate: ${candidate}\\n`;
const UBUNTU = `printf '${POLICY('libgtk-3-0', '(none)')}${POLICY('libgtk-3-0t64', '3.24')}'`;

function system(id: string): string {
  const folder = temporaryFolder();
  write(folder, { 'os-release': `NAME="Some system"\nID=${id}\n` });
  return join(folder, 'os-release');
}

const asUser = (id: number) => vi.spyOn(process, 'getuid').mockReturnValue(id);
const wanted = (osRelease: string) => ({
  packages: ['libgtk-3-0', 'xvfb'],
  why: 'This system lacks Xvfb.',
  progress: listener().progress,
  osRelease,
});

describe.runIf(process.platform === 'linux')('packages of the system', () => {
  beforeEach(() => {
    asUser(0);
  });

  test('root on Debian installs them', async () => {
    const programs = fakePrograms({ 'apt-get': 'echo "$@" >> asked', 'apt-cache': 'true' });
    await installSystemPackages(wanted(system('debian')));
    const asked = readFileSync(join(programs, 'asked'), 'utf8').trim().split('\n');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^install -y .* libgtk-3-0 xvfb$/);
  });

  test('root on a system whose package lists are old or missing reads them anew first', async () => {
    const programs = fakePrograms({
      'apt-get': 'echo "$1" >> asked; if [ "$1" = update ]; then touch fresh; else [ -e fresh ]; fi',
      'apt-cache': 'true',
    });
    await installSystemPackages(wanted(system('"ubuntu"')));
    expect(readFileSync(join(programs, 'asked'), 'utf8').trim().split('\n')).toEqual(['install', 'update', 'install']);
  });

  test('newer names are used where the release has them', async () => {
    const programs = fakePrograms({ 'apt-get': 'echo "$@" >> asked', 'apt-cache': UBUNTU });
    await installSystemPackages(wanted(system('ubuntu')));
    expect(readFileSync(join(programs, 'asked'), 'utf8')).toContain(' libgtk-3-0t64 xvfb');
  });

  test('what apt says is shown when it can not', async () => {
    fakePrograms({ 'apt-get': 'echo "E: Unable to locate package xvfb"; exit 100', 'apt-cache': 'true' });
    await expect(installSystemPackages(wanted(system('debian')))).rejects.toThrow(/Unable to locate package/);
  });

  test('anybody else is given the exact command, and nothing is changed', async () => {
    asUser(1000);
    const programs = fakePrograms({ 'apt-get': 'touch ran', 'apt-cache': UBUNTU });
    await expect(installSystemPackages(wanted(system('ubuntu')))).rejects.toThrow(
      /lacks Xvfb[^]*sudo apt-get install libgtk-3-0t64 xvfb$/,
    );
    expect(existsSync(join(programs, 'ran'))).toBe(false);
  });

  test('on another system the names are given, and nothing is changed', async () => {
    const programs = fakePrograms({ 'apt-get': 'touch ran' });
    await expect(installSystemPackages(wanted(system('fedora')))).rejects.toThrow(/On Debian 12 .* libgtk-3-0 xvfb/);
    expect(existsSync(join(programs, 'ran'))).toBe(false);
  });
});
