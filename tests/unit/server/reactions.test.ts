import { beforeEach, expect, test } from 'vitest';

import type { CommandId } from '#protocol/ids.ts';
import { REACTION_LIMITS } from '#protocol/reaction.ts';

import { Stage, type Visitor } from './actorKit.ts';

let stage: Stage;
let ben: Visitor;

beforeEach(async () => {
  stage = await Stage.set();
  ben = await stage.join('ben');
});

function react(visitor: Visitor): string {
  if (!visitor.session) throw new Error('not in');
  const command = { type: 'react', id: 'c' as CommandId, reaction: 'applause' } as const;
  const reacted = stage.actor.transients.reactions.react(visitor.session, command, stage.clock.now());
  return reacted.ok ? 'ok' : reacted.error.code;
}

const reactions = (count: number, visitor = ben) => Array.from({ length: count }, () => react(visitor));
const seenBy = ({ sent }: Visitor) => sent.filter(({ type }) => type === 'reacted').length;

test('four at once are shown, and one a second after that', async () => {
  const { burst } = REACTION_LIMITS.person;
  expect(reactions(burst + 1)).toEqual([...Array<string>(burst).fill('ok'), 'rate-limited']);
  await stage.pass(999);
  expect(react(ben)).toBe('rate-limited');
  await stage.pass(1);
  expect(reactions(2)).toEqual(['ok', 'rate-limited']);
  expect(seenBy(ben)).toBe(burst + 1);
});

test('a room shows forty at once, however many send them, and twenty a second after that', async () => {
  const { burst, perSecond } = REACTION_LIMITS.room;
  const crowd: Visitor[] = [];
  for (let index = 0; index < burst; index += 1) crowd.push(await stage.join(`person-${index}`));
  const all = crowd.flatMap((one) => reactions(2, one));
  expect(all.filter((answer) => answer === 'ok')).toHaveLength(burst);
  await stage.pass(1000);
  const more = crowd.map((one) => react(one));
  expect(more.filter((answer) => answer === 'ok')).toHaveLength(perSecond);
  expect(seenBy(ben)).toBe(burst + perSecond);
});

test('another connection of the same stay has the limit of the first, and who left reacts no more', async () => {
  reactions(REACTION_LIMITS.person.burst);
  await stage.drop(ben);
  expect(react(ben)).toBe('rate-limited');
  await stage.command(ben, { type: 'leave', id: 'c-1' });
  expect(react(ben)).toBe('not-joined');
});
