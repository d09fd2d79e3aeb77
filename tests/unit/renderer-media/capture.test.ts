import { beforeEach, expect, test } from 'vitest';

import { Capture } from '#renderer/media/capture/capture.ts';
import { captureError } from '#renderer/media/capture/captureError.ts';
import { deviceLists } from '#renderer/media/capture/deviceLists.ts';

import { type Clock, createClock, noFault, settle } from './support/clock.ts';
import { asTrack, FakeTrack } from './support/tracks.ts';

let clock: Clock;
/** Every track that was ever opened. */
let opened: FakeTrack[];
/** What the next openings throw, by device; undefined opens. */
let failing: Map<string | null, string>;
let hold: Promise<void>;
let capture: Capture;
let changes: number;

beforeEach(() => {
  clock = createClock();
  opened = [];
  failing = new Map();
  hold = Promise.resolve();
  changes = 0;
  capture = new Capture({
    async open(deviceId) {
      await hold;
      const failure = failing.get(deviceId);
      if (failure) throw new DOMException('', failure);
      const track = new FakeTrack('video', deviceId);
      opened.push(track);
      return asTrack(track);
    },
    now: clock.now,
    onChange: () => {
      changes += 1;
    },
    onFault: noFault,
  });
});

const on = (deviceId: string | null = null) => ({ on: true, deviceId });
const off = { on: false, deviceId: null };
const live = (): readonly FakeTrack[] => opened.filter((track) => track.readyState === 'live');
const gate = (): (() => void) => {
  const released = new EventTarget();
  hold = new Promise((resolve) => released.addEventListener('go', () => resolve(), { once: true }));
  return () => released.dispatchEvent(new Event('go'));
};

test('a wanted device is opened, and off stops its track before aim returns', async () => {
  capture.aim(on('cam'));
  await capture.settled();
  expect(capture).toMatchObject({ live: true, error: null });
  expect(live().map((track) => track.device)).toEqual(['cam']);

  capture.aim(off);
  expect(live()).toEqual([]);
  expect(capture).toMatchObject({ track: null, live: false, error: null });
});

test('the same goal again changes nothing', async () => {
  capture.aim(on());
  capture.aim(on());
  await capture.settled();
  const before = changes;
  capture.aim(on());
  await capture.settled();
  expect(opened).toHaveLength(1);
  expect(changes).toBe(before);
});

test('a device that is still opening when it is no longer wanted counts as live, and is stopped when it is there', async () => {
  const release = gate();
  capture.aim(on());
  expect(capture.live).toBe(false);
  capture.aim(off);
  expect(capture.live).toBe(true);
  release();
  await capture.settled();
  expect(opened).toHaveLength(1);
  expect(live()).toEqual([]);
  expect(capture.live).toBe(false);
});

test('on, off and on again while the device is opening opens it once', async () => {
  const release = gate();
  capture.aim(on());
  capture.aim(off);
  capture.aim(on());
  release();
  await capture.settled();
  expect(opened).toHaveLength(1);
  expect(live()).toHaveLength(1);
});

test('switching opens the new device before it closes the old one', async () => {
  capture.aim(on('one'));
  await capture.settled();
  const release = gate();
  capture.aim(on('two'));
  await settle();
  expect(live().map((track) => track.device)).toEqual(['one']);
  release();
  await capture.settled();
  expect(live().map((track) => track.device)).toEqual(['two']);
});

test('a device that is gone is replaced by the default one, and taken again when it is back', async () => {
  failing.set('desk', 'OverconstrainedError');
  capture.devicesChanged(new Set(['built-in']));
  capture.aim(on('desk'));
  await capture.settled();
  expect(live().map((track) => track.device)).toEqual([null]);
  expect(capture.error).toBeNull();

  failing.clear();
  capture.devicesChanged(new Set(['built-in', 'desk']));
  await capture.settled();
  expect(live().map((track) => track.device)).toEqual(['desk']);
});

test('an unplugged device falls back to the default one', async () => {
  capture.aim(on('desk'));
  await capture.settled();
  clock.pass(60_000);
  failing.set('desk', 'NotFoundError');
  opened[0]?.unplug();
  await capture.settled();
  expect(live().map((track) => track.device)).toEqual([null]);
});

test('with the last device unplugged the error says so, until one is plugged in', async () => {
  capture.devicesChanged(new Set(['desk']));
  capture.aim(on());
  await capture.settled();
  clock.pass(60_000);
  failing.set(null, 'NotFoundError');
  opened[0]?.unplug();
  await capture.settled();
  capture.devicesChanged(new Set());
  await capture.settled();
  expect(capture).toMatchObject({ live: false, error: 'capture-not-found' });

  failing.clear();
  capture.devicesChanged(new Set(['other']));
  await capture.settled();
  expect(capture).toMatchObject({ live: true, error: null });
});

test('a device that dies as soon as it is open is not opened again and again', async () => {
  capture.aim(on());
  await capture.settled();
  opened[0]?.unplug();
  await capture.settled();
  expect(opened).toHaveLength(1);
  expect(capture).toMatchObject({ live: false, error: 'capture-busy' });
});

test('a refusal stays until it is asked for anew', async () => {
  failing.set(null, 'NotAllowedError');
  capture.aim(on());
  await capture.settled();
  expect(capture.error).toBe('capture-refused');
  failing.clear();
  capture.devicesChanged(new Set(['one']));
  await capture.settled();
  expect(opened).toEqual([]);
  capture.aim(off);
  expect(capture.error).toBeNull();
  capture.aim(on());
  await capture.settled();
  expect(capture).toMatchObject({ live: true, error: null });
});

test('switching to a device that is busy keeps the one that works', async () => {
  capture.aim(on('one'));
  await capture.settled();
  failing.set('two', 'NotReadableError');
  capture.aim(on('two'));
  await capture.settled();
  expect(live().map((track) => track.device)).toEqual(['one']);
  expect(capture.error).toBeNull();
});

test('an opening that fails after it was called off leaves no error behind', async () => {
  failing.set(null, 'NotReadableError');
  const release = gate();
  capture.aim(on());
  capture.aim(off);
  release();
  await capture.settled();
  failing.clear();
  capture.aim(on());
  await capture.settled();
  expect(capture).toMatchObject({ live: true, error: null });
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
  ).toEqual({ microphones: [{ id: 'a1', label: 'Desk' }], cameras: [{ id: 'v1', label: 'Camera' }] });
});
