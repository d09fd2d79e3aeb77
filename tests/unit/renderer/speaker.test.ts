import { beforeEach, expect, test } from 'vitest';

import {
  BREATH_MS,
  INTO_SILENCE_MS,
  INTO_SPEECH_MS,
  nextSpeaker,
  NO_SPEAKER,
  speakerDue,
  type SpeakerState,
  STAY_MS,
} from '#renderer/features/meeting/stage/speaker.ts';

let state: SpeakerState;
let at: number;
let present: readonly string[];

beforeEach(() => {
  state = NO_SPEAKER;
  at = 1_000_000;
  present = ['a', 'b', 'c'];
});

const look = (speaking: string): void => {
  state = nextSpeaker(state, { at, speaking: speaking.split(''), present });
};

/** Lets them speak for so long, looking when they begin, when something is due, and at the end. */
function speak(speaking: string, ms: number): void {
  const until = at + ms;
  look(speaking);
  for (;;) {
    const due = speakerDue(state, speaking.split(''));
    if (due === null || due > until) break;
    at = Math.max(at, due);
    const before = state;
    look(speaking);
    if (state === before) throw new Error('it is due, and nothing changes');
  }
  at = until;
  look(speaking);
}

/** Ana is shown, and has been for long enough. */
function shown(): void {
  look('a');
  speak('a', STAY_MS);
}

test('the first who speaks is shown at once, and before anybody does whoever came first', () => {
  look('');
  expect(state.current).toBe('a');
  state = NO_SPEAKER;
  look('b');
  expect(state.current).toBe('b');
});

test('nobody gives way to silence', () => {
  shown();
  speak('', 600_000);
  expect(state.current).toBe('a');
});

test('whoever speaks into silence is shown when it is more than a cough', () => {
  shown();
  speak('', 5_000);
  speak('b', INTO_SILENCE_MS - 1);
  expect(state.current).toBe('a');
  speak('b', 1);
  expect(state.current).toBe('b');
});

test('a short interruption does not switch, and a long one does', () => {
  shown();
  speak('ab', INTO_SPEECH_MS - 1);
  speak('a', 10_000);
  expect(state.current).toBe('a');
  speak('ab', INTO_SPEECH_MS);
  expect(state.current).toBe('b');
});

test('many short interruptions, one after the other, do not add up', () => {
  shown();
  for (let count = 0; count < 20; count += 1) {
    speak('ab', 1_000);
    speak('a', BREATH_MS + 1);
  }
  expect(state.current).toBe('a');
});

test('a breath between two words neither ends a turn nor begins another one', () => {
  shown();
  speak('', BREATH_MS - 1);
  speak('a', 500);
  expect(state.current).toBe('a');
  speak('b', 400);
  speak('', BREATH_MS - 100);
  speak('b', INTO_SILENCE_MS - 400);
  expect(state.current).toBe('b');
});

test('whoever is shown stays so for a while, however fast the others are', () => {
  look('a');
  speak('b', STAY_MS - 1);
  expect(state.current).toBe('a');
  speak('b', 1);
  expect(state.current).toBe('b');
});

test('who is gone gives way at once: to whoever speaks, or waits to, or came first', () => {
  shown();
  speak('ac', 500);
  present = ['b', 'c'];
  look('');
  expect(state.current).toBe('c');
  present = ['b'];
  look('');
  expect(state.current).toBe('b');
  present = [];
  look('');
  expect(state).toBe(NO_SPEAKER);
});

test('nothing changes without a cause: the very same state', () => {
  shown();
  speak('', 5_000);
  const before = state;
  at += 1_000;
  look('');
  expect(state).toBe(before);
  expect(speakerDue(state, [])).toBeNull();
});
