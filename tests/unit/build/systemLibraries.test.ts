import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import { checkSystem } from '#build/setup/systemLibraries.mjs';

import { fakePrograms, listener, temporaryFolder, write } from './fakes.ts';

/** A Debian on which everything is there but coturn; what is asked of apt and systemd is noted. */
const DEBIAN = {
  ldd: 'true',
  ldconfig: "printf '%s (libc6,x86-64) => /lib\\n' libnotify.so.4 libsecret-1.so.0",
  'dbus-daemon': 'true',
  openbox: 'true',
  xdotool: 'true',
  'apt-cache': 'true',
  'apt-get': 'echo "apt-get $*" >> asked',
  systemctl: 'echo "systemctl $*" >> asked',
};

function wanted(desktop: boolean) {
  const folder = temporaryFolder();
  write(folder, { 'os-release': 'ID=debian\n' });
  const osRelease = join(folder, 'os-release');
  return { executable: '/somewhere/electron', display: false, desktop, progress: listener().progress, osRelease };
}

const askedIn = (programs: string): readonly string[] =>
  readFileSync(join(programs, 'asked'), 'utf8').trim().split('\n');

describe.runIf(process.platform === 'linux')('a TURN server for the tests', () => {
  beforeEach(() => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
  });

  test('is installed for root where it is missing, and its service does not stay behind', async () => {
    const programs = fakePrograms(DEBIAN, { alone: true });
    await checkSystem(wanted(true));
    const [install, disable, ...rest] = askedIn(programs);
    expect(install).toMatch(/^apt-get install .* coturn$/);
    expect([disable, rest]).toEqual(['systemctl disable --now coturn', []]);
  });

  test('is asked of everybody else by the command', async () => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    fakePrograms(DEBIAN, { alone: true });
    await expect(checkSystem(wanted(true))).rejects.toThrow(/lacks turnserver[^]*sudo apt-get install coturn$/);
  });

  test('is left alone where it is there, and not needed to start the app', async () => {
    const there = fakePrograms({ ...DEBIAN, turnserver: 'true', 'apt-get': 'exit 100' }, { alone: true });
    await checkSystem(wanted(true));
    expect(() => askedIn(there)).toThrow('ENOENT');
    const missing = fakePrograms({ ...DEBIAN, 'apt-get': 'exit 100' }, { alone: true });
    await checkSystem(wanted(false));
    expect(() => askedIn(missing)).toThrow('ENOENT');
  });
});

describe.runIf(process.platform === 'linux')('a library that Electron opens only when it needs it', () => {
  test.each([
    ['libnotify.so.4', 'libnotify4'],
    ['libsecret-1.so.0', 'libsecret-1-0'],
  ])('is missed without being linked to, and asked for by its package: %s', async (library, inPackage) => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    const others = DEBIAN.ldconfig.replace(` ${library}`, '');
    fakePrograms({ ...DEBIAN, turnserver: 'true', ldconfig: others }, { alone: true });
    await expect(checkSystem(wanted(true))).rejects.toThrow(new RegExp(`lacks ${library}.*[^]*install ${inPackage}$`));
  });
});
