import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { waitBeforeSaying } from '#meeting/room/chatPace.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import { CHAT } from '#protocol/wire/limits.ts';
import { ana, ben, eventOf, outcome, stage, type Stage } from './stage.ts';

const SAY: CommandRequest = { type: 'chat', sealed: 'c2VhbGVk' };

/** The codes, or `said`, of so many messages at one moment. */
const atOnce = (made: Stage, by: typeof ana, count: number): readonly string[] =>
  Array.from({ length: count }, () => {
    made.tick(-1_000);
    const came = outcome(made.command(by, SAY));
    return typeof came === 'string' ? came : 'said';
  });

describe('a message', () => {
  test('is an event that names who said it, by the name they had, and carries what can not be read here', () => {
    const made = stage(ana, ben);
    const said = eventOf(made.command(ben, SAY), 'chat-said');
    expect(said).toMatchObject({ by: { participant: made.who(ben).id, name: 'Ben' }, principal: ben, at: made.at });
    expect(said).toMatchObject({ sealed: 'c2VhbGVk', message: expect.stringMatching(/^command-/) as string });
  });

  test('is refused to who is not there, and to a role without `chat`', () => {
    const made = stage(ana, ben);
    made.order({
      type: 'define-roles',
      roleTable: { host: { permissions: ['endRoom', 'changeRole', 'lock', 'chat'] }, guest: { permissions: [] } },
      speakers: null,
    });
    expect(outcome(made.command(ben, SAY))).toBe('forbidden');
    expect(outcome(made.command(ana, SAY))).toEqual(['chat-said']);
    made.command(ana, { type: 'leave' });
    expect(outcome(made.command(ana, SAY))).toBe('not-joined');
  });

  test('is refused as too long by a single character', () => {
    const made = stage(ana);
    const say = (length: number) => made.command(ana, { type: 'chat', sealed: 'x'.repeat(length) });
    expect(outcome(say(CHAT.sealed))).toEqual(['chat-said']);
    expect(outcome(say(CHAT.sealed + 1))).toBe('text-too-long');
  });
});

describe('the pace', () => {
  test('lets ten be said at once, and one each second from then on', () => {
    const made = stage(ana, ben);
    expect(atOnce(made, ben, 12)).toEqual([...Array<string>(10).fill('said'), 'too-fast', 'too-fast']);
    expect(waitBeforeSaying(made.open, made.who(ben).id, made.at)).toBe(1_000);
    made.tick(1_000);
    expect(atOnce(made, ben, 2)).toEqual(['said', 'too-fast']);
  });

  test('of one person holds nobody else up', () => {
    const made = stage(ana, ben);
    atOnce(made, ben, 11);
    expect(atOnce(made, ana, 1)).toEqual(['said']);
  });

  test('of the room holds everybody up: people who are many do not flood it', () => {
    const made = stage(ana);
    const speakers = Array.from({ length: 30 }, (_, who) => `principal-${who}` as typeof ana);
    for (const speaker of speakers) made.join(speaker, { capacity: 50 });
    const came = speakers.flatMap((speaker) => atOnce(made, speaker, 9));
    expect(came.filter((each) => each === 'said')).toHaveLength(CHAT.room.burst);
    expect(atOnce(made, ana, 1)).toEqual(['too-fast']);
  });

  test('holds nobody up for a clock that went back', () => {
    const made = stage(ana);
    atOnce(made, ana, 10);
    made.tick(-86_400_000);
    expect(atOnce(made, ana, 1)).toEqual(['said']);
  });

  test('lets nobody say more than a burst and one a second, however they spread it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 20, maxLength: 60 }), (pauses) => {
        const made = stage(ana);
        const times = pauses.flatMap((pause) => {
          made.tick(pause - 1_000);
          return made.command(ana, SAY).ok ? [made.at] : [];
        });
        for (const [index, from] of times.entries()) {
          for (const [further, until] of times.slice(index).entries()) {
            expect(further + 1).toBeLessThanOrEqual(10 + (until - from) / 1_000);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('a room is as big after ten thousand messages as after ten', () => {
  const made = stage(ana, ben);
  for (let count = 0; count < 10; count += 1) made.command(ana, SAY);
  const size = JSON.stringify({ ...made.open, rev: 0 }).length;
  for (let count = 0; count < 10_000; count += 1) made.command(count % 2 === 0 ? ana : ben, SAY);
  expect(made.log.length).toBeGreaterThan(10_000);
  expect(JSON.stringify({ ...made.open, rev: 0 }).length).toBeLessThan(size + 100);
});
