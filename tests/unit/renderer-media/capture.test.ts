import { beforeEach, expect, test } from 'vitest';

import { captureError } from '#renderer/media/capture/captureError.ts';
import { deviceLists } from '#renderer/media/capture/deviceLists.ts';

import { type CaptureBench, captureBench, off, on } from './support/captureBench.ts';
import { settle } from './support/clock.ts';

let bench: CaptureBench;

beforeEach(() => {
  bench = captureBench();
});

test('a wanted device is opened, and off stops its track before aim returns', async () => {
  bench.capture.aim(on('cam'));
  await bench.capture.settled();
  expect(bench.capture).toMatchObject({ live: true, error: null });
  expect(bench.live().map((track) => track.device)).toEqual(['cam']);

  bench.capture.aim(off);
  expect(bench.live()).toEqual([]);
  expect(bench.capture).toMatchObject({ track: null, live: false, error: null });
});

test('the same goal again changes nothing', async () => {
  bench.capture.aim(on());
  bench.capture.aim(on());
  await bench.capture.settled();
  const before = bench.changes;
  bench.capture.aim(on());
  await bench.capture.settled();
  expect(bench.opened).toHaveLength(1);
  expect(bench.changes).toBe(before);
});

test('a device that is still opening when it is no longer wanted counts as live, and is stopped when it is there', async () => {
  const release = bench.gate();
  bench.capture.aim(on());
  expect(bench.capture.live).toBe(false);
  bench.capture.aim(off);
  expect(bench.capture.live).toBe(true);
  release();
  await bench.capture.settled();
  expect(bench.opened).toHaveLength(1);
  expect(bench.live()).toEqual([]);
  expect(bench.capture.live).toBe(false);
});

test('on, off and on again while the device is opening opens it once', async () => {
  const release = bench.gate();
  bench.capture.aim(on());
  bench.capture.aim(off);
  bench.capture.aim(on());
  release();
  await bench.capture.settled();
  expect(bench.opened).toHaveLength(1);
  expect(bench.live()).toHaveLength(1);
});

test('switching opens the new device before it closes the old one', async () => {
  bench.capture.aim(on('one'));
  await bench.capture.settled();
  const release = bench.gate();
  bench.capture.aim(on('two'));
  await settle();
  expect(bench.live().map((track) => track.device)).toEqual(['one']);
  release();
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual(['two']);
});

test('a device that is gone is replaced by the default one, and taken again when it is back', async () => {
  bench.failing.set('desk', 'OverconstrainedError');
  bench.capture.devicesChanged(new Set(['built-in']));
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual([null]);
  expect(bench.capture.error).toBeNull();

  bench.failing.clear();
  bench.capture.devicesChanged(new Set(['built-in', 'desk']));
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual(['desk']);
});

test('an unplugged device falls back to the default one', async () => {
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.clock.pass(60_000);
  bench.failing.set('desk', 'NotFoundError');
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual([null]);
});

test('with the last device unplugged the error says so, until one is plugged in', async () => {
  bench.capture.devicesChanged(new Set(['desk']));
  bench.capture.aim(on());
  await bench.capture.settled();
  bench.clock.pass(60_000);
  bench.failing.set(null, 'NotFoundError').set('desk', 'NotFoundError');
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  bench.capture.devicesChanged(new Set());
  await bench.capture.settled();
  expect(bench.capture).toMatchObject({ live: false, error: 'capture-not-found' });

  bench.failing.clear();
  bench.capture.devicesChanged(new Set(['other']));
  await bench.capture.settled();
  expect(bench.capture).toMatchObject({ live: true, error: null });
});

test('a device that dies as soon as it is open is not opened again and again', async () => {
  bench.capture.aim(on());
  await bench.capture.settled();
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.opened).toHaveLength(1);
  expect(bench.capture).toMatchObject({ live: false, error: 'capture-busy' });
});

test('a refusal stays until it is asked for anew', async () => {
  bench.failing.set(null, 'NotAllowedError');
  bench.capture.aim(on());
  await bench.capture.settled();
  expect(bench.capture.error).toBe('capture-refused');
  bench.failing.clear();
  bench.capture.devicesChanged(new Set(['one']));
  await bench.capture.settled();
  expect(bench.opened).toEqual([]);
  bench.capture.aim(off);
  expect(bench.capture.error).toBeNull();
  bench.capture.aim(on());
  await bench.capture.settled();
  expect(bench.capture).toMatchObject({ live: true, error: null });
});

test('switching to a device that is busy keeps the one that works', async () => {
  bench.capture.aim(on('one'));
  await bench.capture.settled();
  bench.failing.set('two', 'NotReadableError');
  bench.capture.aim(on('two'));
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual(['one']);
  expect(bench.capture.error).toBeNull();
});

test('an opening that fails after it was called off leaves no error behind', async () => {
  bench.failing.set(null, 'NotReadableError');
  const release = bench.gate();
  bench.capture.aim(on());
  bench.capture.aim(off);
  release();
  await bench.capture.settled();
  bench.failing.clear();
  bench.capture.aim(on());
  await bench.capture.settled();
  expect(bench.capture).toMatchObject({ live: true, error: null });
});

test.each([
  ['NotAllowedError', 'capture-refused'],
  ['SecurityError', 'capture-refused'],
  ['NotFoundError', 'capture-not-found'],
  ['OverconstrainedError', 'capture-not-found'],
  ['NotReadableError', 'capture-busy'],
  ['AbortError', 'capture-busy'],
  ['InvalidStateError', 'capture-busy'],
])('%s is told as %s', (name, code) => {
  expect(captureError(new DOMException('', name))).toBe(code);
});

test('what is no exception at all is told as busy', () => {
  expect(captureError('?')).toBe('capture-busy');
});

const device = (kind: MediaDeviceKind, deviceId: string, label: string) => ({ kind, deviceId, label });

test('only real devices are offered, each under its kind', () => {
  expect(
    deviceLists([
      device('audioinput', 'default', 'Default - Desk'),
      device('audioinput', 'communications', 'Communications - Desk'),
      device('audioinput', 'a1', 'Desk'),
      device('audiooutput', 'o1', 'Speakers'),
      device('videoinput', 'v1', 'Camera'),
      device('videoinput', '', ''),
    ]),
  ).toMatchObject({
    microphones: [{ id: 'a1', label: 'Desk' }],
    cameras: [{ id: 'v1', label: 'Camera' }],
    speakers: [{ id: 'o1', label: 'Speakers' }],
  });
});
