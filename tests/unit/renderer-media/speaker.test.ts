import { beforeEach, expect, test } from 'vitest';

import type { KindNews } from '#renderer/media/capture/deviceNews.ts';
import { createSpeaker, type Speaker } from '#renderer/media/speaker/speaker.ts';

const built = { id: 's1', label: 'Built-in' };
const headset = { id: 's2', label: 'Headset' };
let news: KindNews[];
let speaker: Speaker;

beforeEach(() => {
  news = [];
  speaker = createSpeaker((one) => void news.push(one));
});

test('nothing chosen is the system’s default', () => {
  speaker.follow(null, [built]);
  expect(speaker.sinkId).toBe('');
});

test('the chosen speaker is used as soon as it is chosen, known or not', () => {
  speaker.follow('s2', []);
  expect(speaker.sinkId).toBe('s2');
  speaker.follow('s2', [built, headset]);
  expect(speaker.sinkId).toBe('s2');
  expect(news).toEqual([]);
});

test('a speaker that is unplugged gives way to the default, and is taken again when it is back, each with a word', () => {
  speaker.follow('s2', [built, headset]);
  speaker.follow('s2', [built]);
  speaker.follow('s2', [built]);
  expect(speaker.sinkId).toBe('');
  expect(news).toEqual([{ what: 'unplugged', lost: 'Headset', using: '' }]);
  speaker.follow('s2', [built, headset]);
  expect(speaker.sinkId).toBe('s2');
  expect(news.at(-1)).toEqual({ what: 'back', using: 'Headset' });
});

test('a chosen speaker that is not there to begin with is told once', () => {
  speaker.follow('s2', [built]);
  speaker.follow('s2', [built]);
  expect(news).toEqual([{ what: 'not-there', using: '' }]);
});

test('while no devices may be known, nobody is told that one is gone', () => {
  speaker.follow('s2', [built, headset]);
  speaker.follow('s2', []);
  expect(speaker.sinkId).toBe('s2');
  expect(news).toEqual([]);
});

test('choosing another one ends the talk about the old one', () => {
  speaker.follow('s2', [built]);
  speaker.follow('s1', [built]);
  speaker.follow('s1', [built, headset]);
  expect(speaker.sinkId).toBe('s1');
  expect(news).toHaveLength(1);
});
