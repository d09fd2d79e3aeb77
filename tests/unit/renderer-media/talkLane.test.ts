import { beforeEach, expect, test } from 'vitest';

import { createTalkLane, type TalkLane } from '#renderer/media/mesh/talkLane.ts';
import { MAX_TALK_BYTES, MAX_WAITING_BYTES, type TalkMessage } from '#renderer/media/talk.ts';

import { asChannel, FakeChannel } from './support/channels.ts';
import { settle } from './support/clock.ts';

let told: TalkMessage[];
let lane: TalkLane;
let channel: FakeChannel;

beforeEach(() => {
  told = [];
  lane = createTalkLane({ onOpen: () => told.push('open'), onMessage: (message) => told.push(message) });
  channel = new FakeChannel();
});

const carry = (next: FakeChannel): void => lane.carry(asChannel(next));

test('what is said before there is a connection waits for it, and goes in the order in which it was said', async () => {
  const outcomes = [lane.say('one'), lane.say('two')];
  carry(channel);
  expect(channel.sent).toEqual([]);
  channel.join();
  expect(await Promise.all(outcomes)).toEqual(['said', 'said']);
  expect(channel.sent).toEqual(['one', 'two']);
  expect(told).toEqual(['open']);
});

test('what was not handed over when a connection was lost goes over the next one', async () => {
  carry(channel);
  channel.join();
  channel.shut();
  const outcome = lane.say('late');
  const next = new FakeChannel();
  carry(next);
  next.join();
  expect(await outcome).toBe('said');
  expect([channel.sent, next.sent]).toEqual([[], ['late']]);
  expect(told).toEqual(['open', 'open']);
});

test('a connection that is not of now is not heard any more', () => {
  carry(channel);
  channel.join();
  carry(new FakeChannel());
  channel.hear('from before');
  expect(told).toEqual(['open']);
});

test('while much is under way the next message waits until it has gone out', async () => {
  carry(channel);
  channel.join();
  channel.holds = true;
  const outcomes: string[] = [];
  for (let count = 0; count < 8; count += 1) {
    void lane.say(new ArrayBuffer(MAX_TALK_BYTES)).then((outcome) => outcomes.push(outcome));
  }
  await settle();
  const first = channel.sent.length;
  expect(first).toBeGreaterThan(2);
  expect(first).toBeLessThan(8);
  expect(outcomes).toHaveLength(first);
  channel.drain();
  await settle();
  expect(channel.sent).toHaveLength(8);
  expect(outcomes).toHaveLength(8);
});

test('more than may wait is refused, and what waits is not lost by it', async () => {
  const most = MAX_WAITING_BYTES / MAX_TALK_BYTES;
  const waiting = Array.from({ length: most }, () => lane.say(new ArrayBuffer(MAX_TALK_BYTES)));
  expect(await lane.say('x')).toBe('full');
  carry(channel);
  channel.join();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['said']));
  expect(await lane.say('x')).toBe('said');
});

test('a message is as long as its bytes, and no longer than both sides take', async () => {
  carry(channel);
  channel.join();
  expect(await lane.say('é'.repeat(MAX_TALK_BYTES / 2))).toBe('said');
  expect(await lane.say('é'.repeat(MAX_TALK_BYTES / 2 + 1))).toBe('too-long');
  expect(await lane.say(new ArrayBuffer(MAX_TALK_BYTES + 1))).toBe('too-long');
});

test('what is too long, or neither text nor bytes, is not taken in', () => {
  carry(channel);
  channel.join();
  const bytes = new ArrayBuffer(3);
  for (const message of ['x'.repeat(MAX_TALK_BYTES + 1), new Blob(['x']), { text: 'x' }, 'short', bytes]) {
    channel.hear(message);
  }
  expect(told).toEqual(['open', 'short', bytes]);
});

test('when they are gone, what waits is told so, and so is whatever is said later', async () => {
  const waiting = lane.say('hello');
  lane.close();
  carry(channel);
  channel.join();
  expect(await waiting).toBe('gone');
  expect(await lane.say('hello?')).toBe('gone');
  expect([channel.sent, told]).toEqual([[], []]);
});

test('a connection that closes in the very moment of sending loses nothing', async () => {
  carry(channel);
  channel.join();
  channel.send = () => {
    throw new DOMException('closing', 'InvalidStateError');
  };
  const outcome = lane.say('once');
  const next = new FakeChannel();
  carry(next);
  next.join();
  expect(await outcome).toBe('said');
  expect(next.sent).toEqual(['once']);
});
