import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createRecorder, type Recorder } from '#renderer/media/recording/recorder.ts';
import type { Scene } from '#renderer/media/recording/scene.ts';

import { type Clock, createClock } from './support/clock.ts';
import { openStudio, type Studio } from './support/studio.ts';

const ON = { id: 'one', state: 'on', file: '/one.webm', since: 0, problem: null } as const;
const picture = {} as MediaStream;
const peopleOf = (count: number): Scene => ({
  people: Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: 'Ana', picture, voice: null })),
  screen: null,
  sounds: [],
});

let clock: Clock;
let studio: Studio;
let scene: () => Scene;
let finished: number;
let faults: unknown[];
let recorder: Recorder;

beforeEach(() => {
  clock = createClock();
  studio = openStudio();
  scene = () => peopleOf(2);
  [finished, faults] = [0, []];
  recorder = createRecorder({
    environment: { document: studio.document, after: clock.after, onFault: (fault) => faults.push(fault) },
    scene: () => scene(),
    hand: async () => true,
    finish: async () => void (finished += 1),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const playing = () => studio.players.filter(({ srcObject }) => srcObject !== null).length;
/** What draws, mixes and plays at present. */
const open = () => [clock.waiting, studio.mixers, playing()];

test('a recording draws until it is over, and leaves nothing open', async () => {
  recorder.follow(ON);
  clock.pass(1_000);
  expect(studio.pictures).toBeGreaterThan(10);
  expect(open()).toEqual([1, 1, 2]);
  recorder.follow(null);
  await recorder.settled();
  expect([open(), finished, faults]).toEqual([[0, 0, 0], 1, []]);
});

test.each(['create', 'start'] as const)(
  'one that fails at the %s is over at once, and leaves nothing open',
  async (at) => {
    studio.failing = at;
    recorder.follow(ON);
    await recorder.settled();
    expect([open(), finished]).toEqual([[0, 0, 0], 1]);
    expect(faults).toMatchObject([{ name: 'NotSupportedError' }]);
  },
);

test('a picture that can not be drawn is one picture less, and not the end of them', () => {
  recorder.follow(ON);
  scene = () => {
    throw new Error('no scene');
  };
  expect(() => clock.pass(100)).toThrow('no scene');
  scene = () => peopleOf(2);
  const before = studio.pictures;
  clock.pass(1_000);
  expect(studio.pictures).toBeGreaterThan(before + 10);
});

test('of a crowd only those are played who are drawn', () => {
  scene = () => peopleOf(40);
  recorder.follow(ON);
  expect(playing()).toBe(25);
});
