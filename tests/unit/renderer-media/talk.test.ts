import { beforeEach, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import { createTalks } from '#renderer/media/talks.ts';

import { Pair } from './support/pair.ts';

let pair: Pair;
beforeEach(() => {
  pair = new Pair();
  pair.run();
});

test('two pages hear each other under a label, text and bytes', async () => {
  expect(pair.heard).toEqual({
    old: ['demand opened', 'file opened'],
    new: ['demand opened', 'file opened'],
  });
  expect(await pair.links.old.talk.say('file', 'hello')).toBe('said');
  expect(await pair.links.new.talk.say('file', new ArrayBuffer(5))).toBe('said');
  expect([pair.heard.new.at(-1), pair.heard.old.at(-1)]).toEqual(['file: hello', 'file: 5']);
});

test('what is said while a connection is lost goes over the next one, and both are told that it is open', async () => {
  for (const peer of pair.alive) peer.lose();
  const outcome = pair.links.old.talk.say('file', 'after the loss');
  pair.pass(5_000);
  expect(await outcome).toBe('said');
  expect(pair.heard.new.slice(2)).toEqual(['demand opened', 'file opened', 'file: after the loss']);
  expect(pair.heard.old.slice(2)).toEqual(['demand opened', 'file opened']);
});

test('a link that is closed says no more', async () => {
  pair.links.old.close();
  expect(await pair.links.old.talk.say('file', 'anybody?')).toBe('gone');
});

const sentBy = (side: 'old' | 'new') => pair.alive.find((peer) => peer.initiator === (side === 'new'))?.sending.quality;

test('the picture is sent as large as the other side says that it shows it, and not at all where it does not', async () => {
  const { talk } = pair.links.new;
  await talk.say('demand', '{"camera":{"width":320,"height":180}}');
  expect(sentBy('old')).toMatchObject({ sendsVideo: true, scaleDownBy: 4 });
  expect(sentBy('new')).toMatchObject({ sendsVideo: true, scaleDownBy: 1 });
  await talk.say('demand', '{"camera":null}');
  expect(sentBy('old')?.sendsVideo).toBe(false);
  await talk.say('demand', '{"camera":null,"screen":false}');
  expect(sentBy('old')).toMatchObject({ sendsVideo: false, sendsScreen: false });
  await talk.say('demand', '{"camera":{"width":1280,"height":720}}');
  expect(sentBy('old')).toMatchObject({ sendsVideo: true, sendsScreen: true, scaleDownBy: 1 });
});

test.each([
  '',
  'x',
  '[]',
  '{}',
  '{"camera":1}',
  '{"camera":{"width":0,"height":9}}',
  '{"camera":null,"screen":1}',
  '{"camera":{"width":1.5,"height":9}}',
])('what is no demand (%s) changes nothing', async (message) => {
  await pair.links.new.talk.say('demand', '{"camera":null}');
  await pair.links.new.talk.say('demand', message);
  await pair.links.new.talk.say('demand', new ArrayBuffer(4));
  expect(sentBy('old')?.sendsVideo).toBe(false);
  expect(pair.heard.old.filter((line) => line.startsWith('demand:'))).toEqual([]);
});

test('another page on the other side, which has said nothing yet, gets the whole picture', async () => {
  await pair.links.new.talk.say('demand', '{"camera":null}');
  pair.reload('new');
  pair.run();
  expect(sentBy('old')).toMatchObject({ sendsVideo: true, scaleDownBy: 1 });
});

test('whoever listens hears their label alone, until they stop, and one that throws is a fault of its own', () => {
  const faults: unknown[] = [];
  const talks = createTalks(
    async () => 'gone',
    (fault) => faults.push(fault),
  );
  const ana = 'ana' as ParticipantId;
  const heard: unknown[] = [];
  const stops = [
    talks.listen('file', {
      onMessage: () => {
        throw new Error('mine');
      },
    }),
    talks.listen('file', { onMessage: (...all) => heard.push(all), onOpen: (peer) => heard.push(peer) }),
  ];
  talks.onOpen(ana, 'file');
  talks.onMessage(ana, 'file', 'one');
  talks.onMessage(ana, 'demand', 'other');
  for (const stop of stops) stop();
  talks.onMessage(ana, 'file', 'two');
  expect(heard).toEqual([ana, [ana, 'one']]);
  expect(faults).toEqual([new Error('mine')]);
});
