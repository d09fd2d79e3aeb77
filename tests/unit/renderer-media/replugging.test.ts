import { beforeEach, expect, test } from 'vitest';

import { type CaptureBench, captureBench, off, on } from './support/captureBench.ts';
import { settle } from './support/clock.ts';

let bench: CaptureBench;

beforeEach(() => {
  bench = captureBench();
});

test('an unplugged device and what takes its place are told, once', async () => {
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.clock.pass(60_000);
  bench.failing.set('desk', 'NotFoundError');
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.news).toEqual([{ what: 'unplugged', lost: 'desk', using: 'Default' }]);

  bench.failing.clear();
  bench.capture.devicesChanged(new Set(['built-in']));
  bench.capture.devicesChanged(new Set(['built-in', 'desk']));
  await bench.capture.settled();
  expect(bench.news.slice(1)).toEqual([{ what: 'back', using: 'desk' }]);
  expect(bench.live().map((track) => track.device)).toEqual(['desk']);
});

test('a device that is not there any more is not asked for again, which could take it seconds to refuse', async () => {
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.clock.pass(60_000);
  bench.plug('built-in');
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.opened.map((track) => track.device)).toEqual(['desk', null]);
  expect(bench.news).toEqual([{ what: 'unplugged', lost: 'desk', using: 'Default' }]);
});

test('a device that is unplugged as soon as it was chosen gives way all the same', async () => {
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.plug('built-in');
  bench.capture.devicesChanged(new Set(['built-in']));
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual([null]);
  expect(bench.news).toEqual([{ what: 'unplugged', lost: 'desk', using: 'Default' }]);
});

test('where the default does not open either, whatever else there is takes the place', async () => {
  bench.capture.devicesChanged(new Set(['desk', 'built-in']));
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.clock.pass(60_000);
  bench.failing.set('desk', 'NotFoundError').set(null, 'NotReadableError');
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual(['built-in']);
  expect(bench.news).toEqual([{ what: 'unplugged', lost: 'desk', using: 'built-in' }]);
});

test('with the last one unplugged it is told that none is left', async () => {
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.clock.pass(60_000);
  bench.failing.set('desk', 'NotFoundError').set(null, 'NotFoundError');
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.news).toEqual([{ what: 'none-left', lost: 'desk' }]);
  expect(bench.capture).toMatchObject({ live: false, error: 'capture-not-found' });
});

test('a chosen device that is not there to begin with is told, and choosing another one is no return', async () => {
  bench.failing.set('desk', 'OverconstrainedError');
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  expect(bench.news).toEqual([{ what: 'not-there', using: 'Default' }]);
  bench.capture.aim(on('other'));
  await bench.capture.settled();
  expect(bench.news).toHaveLength(1);
});

test('a device that is only reset is opened again without a word', async () => {
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.clock.pass(60_000);
  bench.opened[0]?.unplug();
  await bench.capture.settled();
  expect(bench.live().map((track) => track.device)).toEqual(['desk']);
  expect(bench.news).toEqual([]);
});

test('what was stopped here is not listened to any more', async () => {
  bench.capture.aim(on('desk'));
  await bench.capture.settled();
  bench.clock.pass(60_000);
  const [first] = bench.opened;
  bench.capture.aim(on('other'));
  await bench.capture.settled();
  first?.unplug();
  bench.capture.aim(off);
  bench.opened[1]?.unplug();
  await bench.capture.settled();
  expect(bench.news).toEqual([]);
  expect(bench.opened).toHaveLength(2);
});

test('the same device is asked for something else without being opened anew', async () => {
  bench.capture.aim(on('desk', { noiseSuppression: true }));
  await bench.capture.settled();
  bench.capture.aim(on('desk', { noiseSuppression: false }));
  await bench.capture.settled();
  expect(bench.opened).toHaveLength(1);
  expect(bench.asked).toEqual([{ noiseSuppression: true }, { noiseSuppression: false }]);
});

test('a device that can not be asked is closed and opened anew, and is on all the while', async () => {
  bench.capture.aim(on('cam', { height: 720 }));
  await bench.capture.settled();
  bench.fix();
  const release = bench.gate();
  bench.capture.aim(on('cam', { height: 1080 }));
  await settle();
  expect(bench.live()).toEqual([]);
  expect(bench.capture.live).toBe(true);
  expect(bench.capture.track).toBe(bench.opened[0]);
  release();
  await bench.capture.settled();
  expect(bench.live()).toHaveLength(1);
  expect(bench.capture.track).toBe(bench.opened[1]);
});

test('a device that does not open any more after it was closed for a change is off, with the reason', async () => {
  bench.capture.aim(on('cam', { height: 720 }));
  await bench.capture.settled();
  bench.fix();
  bench.failing.set('cam', 'NotReadableError');
  bench.capture.aim(on('cam', { height: 1080 }));
  await bench.capture.settled();
  expect(bench.capture).toMatchObject({ live: false, track: null, error: 'capture-busy' });
});
