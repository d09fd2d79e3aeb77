import { beforeEach, expect, test } from 'vitest';

import { followSpeaker, type SpeakerFollower } from '#renderer/features/meeting/stage/speakerFollower.ts';
import { INTO_SILENCE_MS, STAY_MS } from '#renderer/features/meeting/stage/speaker.ts';
import { fakeEngine, type FakeEngine, remoteMedia } from '#tests/stage/fakeEngine.ts';
import { type Clock, createClock } from '../renderer-media/support/clock.ts';

let clock: Clock;
let engine: FakeEngine;
let follower: SpeakerFollower;
let told: (string | null)[];

beforeEach(() => {
  clock = createClock();
  engine = fakeEngine();
  follower = followSpeaker(engine, clock);
  told = [];
});

const listen = (): (() => void) => follower.subscribe(() => told.push(follower.current()));

function speak(...speakers: readonly string[]): void {
  const remotes = ['ana', 'ben'].map((id) => [id, remoteMedia({ speaking: speakers.includes(id) })]);
  engine.show({ remotes: Object.fromEntries(remotes) });
}

test('somebody who goes on speaking is shown when it is time, without another word of the engine', () => {
  listen();
  speak('ana');
  expect(follower.current()).toBe('ana');
  clock.pass(STAY_MS);
  speak();
  clock.pass(5_000);
  speak('ben');
  expect(told).toEqual(['ana']);
  clock.pass(INTO_SILENCE_MS);
  expect(told).toEqual(['ana', 'ben']);
});

test('levels and pictures that change tell nobody anything', () => {
  listen();
  speak('ana');
  for (let count = 0; count < 20; count += 1) {
    clock.pass(100);
    engine.show({ local: { ...engine.view.local, audioLevel: count / 20 } });
  }
  expect(told).toEqual(['ana']);
});

test('it follows for as long as anybody listens, and nothing waits afterwards', () => {
  const [stop, stopOther] = [listen(), follower.subscribe(() => undefined)];
  speak('ana');
  speak('ben');
  stopOther();
  expect(clock.waiting).toBe(1);
  stop();
  expect(clock.waiting).toBe(0);
  clock.pass(60_000);
  speak('ben');
  expect(follower.current()).toBe('ana');
});
