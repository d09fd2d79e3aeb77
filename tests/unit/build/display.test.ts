import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { hasDisplay, openDesktop } from '#build/setup/display.mjs';

import { fakePrograms } from './fakes.ts';

// The programs are stood in for, because a machine with a display of its own needs neither.
const XVFB = `echo "$@" > xvfb; echo $$ > xvfb.pid; echo 97 >&3; exec sleep 60`;
const BUS = `echo $$ > bus.pid; echo unix:path=/somewhere >&3; exec sleep 60`;

function isRunning(pidFile: string): boolean {
  try {
    return process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
  } catch {
    return false;
  }
}

test.each([
  [{ DISPLAY: ':0', WAYLAND_DISPLAY: '' }, true],
  [{ DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, true],
  [{ DISPLAY: '', WAYLAND_DISPLAY: '' }, process.platform !== 'linux'],
])('with %o there is a display: %s', (env, there) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  expect(hasDisplay()).toBe(there);
});

describe.runIf(process.platform === 'linux')('a desktop of our own', () => {
  test('has a free display, its cookie and a message bus, and leaves nothing behind', async () => {
    const programs = fakePrograms({ Xvfb: XVFB, 'dbus-daemon': BUS });
    const { env, close } = await openDesktop({ display: true, bus: true, size: '640x480' });
    expect(env).toMatchObject({ DISPLAY: ':97', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/somewhere' });
    const asked = readFileSync(join(programs, 'xvfb'), 'utf8');
    expect(asked).toContain('640x480x24');
    expect(asked).toContain(`-auth ${env['XAUTHORITY']}`);
    const folder = dirname(env['XAUTHORITY'] ?? '');
    expect(existsSync(folder)).toBe(true);

    await close();
    expect(isRunning(join(programs, 'xvfb.pid'))).toBe(false);
    expect(isRunning(join(programs, 'bus.pid'))).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });

  test('starts only what is asked for', async () => {
    const { env, close } = await openDesktop({ display: false, bus: false });
    expect(env).toEqual({});
    await close();
  });

  test('says why when a part of it can not start, and ends the other part', async () => {
    const programs = fakePrograms({ Xvfb: XVFB, 'dbus-daemon': 'echo "no such configuration" >&2; exit 1' });
    await expect(openDesktop({ display: true, bus: true })).rejects.toThrow(
      /dbus-daemon could not be started[^]*no such configuration/,
    );
    expect(isRunning(join(programs, 'xvfb.pid'))).toBe(false);
  });
});
