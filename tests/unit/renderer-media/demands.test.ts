import { beforeEach, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import { createDemands, type Demands, SETTLE_MS } from '#renderer/media/mesh/demands.ts';
import type { PictureSize } from '#renderer/media/transport.ts';

import { type Clock, createClock } from './support/clock.ts';

const [ANA, BEN] = ['ana', 'ben'] as readonly string[] as readonly [ParticipantId, ParticipantId];
const LARGE: PictureSize = { width: 640, height: 360 };
const SMALL: PictureSize = { width: 320, height: 180 };

let clock: Clock;
let said: string[];
let demands: Demands;

beforeEach(() => {
  clock = createClock();
  said = [];
  demands = createDemands(clock.after, (to, message) => {
    const { camera, screen } = JSON.parse(message) as { camera: PictureSize | null; screen: boolean };
    said.push(`${to} ${camera ? `${camera.width}x${camera.height}` : 'none'}${screen ? '' : ' without screen'}`);
  });
});

/** What was said since the last look. */
const heard = (): readonly string[] => said.splice(0);

test('nothing is said, and everybody wanted, until the page has said what it shows', () => {
  demands.opened(ANA);
  clock.pass(60_000);
  expect(heard()).toEqual([]);
  expect([demands.wants(ANA), demands.wantsScreen(ANA)]).toEqual([true, true]);
});

test('each is told the size at which they are shown, or that they are not', () => {
  demands.opened(ANA);
  demands.opened(BEN);
  demands.show(new Map([[ANA, LARGE]]), undefined);
  clock.pass(SETTLE_MS);
  expect(heard()).toEqual(['ana 640x368', 'ben none']);
  expect([demands.wants(ANA), demands.wants(BEN)]).toEqual([true, false]);
});

test('whoever comes later is told as soon as there is a way to them, and again when it was rebuilt', () => {
  demands.show(new Map([[ANA, SMALL]]), undefined);
  demands.opened(ANA);
  demands.opened(BEN);
  expect(heard()).toEqual(['ana 320x192', 'ben none']);
  demands.opened(ANA);
  expect(heard()).toEqual(['ana 320x192']);
});

test('a size that changes again and again is said once, when it stands still', () => {
  demands.show(new Map([[ANA, SMALL]]), undefined);
  demands.opened(ANA);
  heard();
  for (let width = 320; width <= 640; width += 10) {
    demands.show(new Map([[ANA, { width, height: Math.round((width * 9) / 16) }]]), undefined);
    clock.pass(SETTLE_MS - 1);
    expect(heard()).toEqual([]);
  }
  clock.pass(1);
  expect(heard()).toEqual(['ana 640x368']);
});

test('whoever comes back into sight is told at once, and whoever goes out of it a moment later', () => {
  demands.opened(ANA);
  demands.opened(BEN);
  demands.show(new Map([[ANA, SMALL]]), undefined);
  clock.pass(SETTLE_MS);
  heard();
  demands.show(new Map([[BEN, SMALL]]), undefined);
  expect(heard()).toEqual(['ben 320x192']);
  clock.pass(SETTLE_MS);
  expect(heard()).toEqual(['ana none']);
});

test('the same again, or a few pixels more, is not said twice', () => {
  demands.show(new Map([[ANA, SMALL]]), undefined);
  demands.opened(ANA);
  heard();
  demands.show(new Map([[ANA, { width: 318, height: 178 }]]), undefined);
  clock.pass(SETTLE_MS);
  expect(heard()).toEqual([]);
});

test('whoever is gone is not spoken to, and nothing waits after the end', () => {
  demands.opened(ANA);
  demands.forget(ANA);
  demands.show(new Map([[ANA, SMALL]]), undefined);
  clock.pass(SETTLE_MS);
  expect(heard()).toEqual([]);
  demands.show(new Map(), undefined);
  demands.close();
  expect(clock.waiting).toBe(0);
});

test('whoever shares a screen that is not shown is told so, and at once when it is', () => {
  demands.opened(ANA);
  demands.show(new Map([[ANA, SMALL]]), new Set());
  clock.pass(SETTLE_MS);
  expect(heard()).toEqual(['ana 320x192 without screen']);
  expect([demands.wants(ANA), demands.wantsScreen(ANA)]).toEqual([true, false]);
  demands.show(new Map(), new Set([ANA]));
  expect(heard()).toEqual(['ana none']);
});
