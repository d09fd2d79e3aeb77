import { describe, expect, test } from 'vitest';

import { fold } from '#meeting/room/evolve.ts';
import { isHandRaised, placeOfHand, raisedHands } from '#meeting/room/hands.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { ana, ben, cleo, dan, eventOf, nobody, outcome, type Stage, stage } from './stage.ts';

const raise = (made: Stage, who: PrincipalId, raised = true) => made.command(who, { type: 'raise-hand', raised });
const lower = (made: Stage, who: PrincipalId, whose: PrincipalId) =>
  made.command(who, { type: 'lower-hand', participant: made.who(whose).id });
const order = (made: Stage) => raisedHands(made.open).map(({ participant }) => participant);
const ids = (made: Stage, ...people: readonly PrincipalId[]) => people.map((who) => made.who(who).id);

/** Ana is host; Ben's hand is up, and then Cleo's. */
function eager(): Stage {
  const made = stage(ana, ben, cleo);
  raise(made, ben);
  raise(made, cleo);
  return made;
}

describe('a raised hand', () => {
  test('stands last in the order, with the time when it went up', () => {
    const made = stage(ana, ben, cleo);
    expect(raisedHands(made.open)).toEqual([]);
    const raised = eventOf(raise(made, cleo), 'hand-raised');
    expect(raised).toEqual({ type: 'hand-raised', participant: made.who(cleo).id, at: made.at });
    raise(made, ana);
    raise(made, ben);
    expect(order(made)).toEqual(ids(made, cleo, ana, ben));
    expect(ids(made, cleo, ana, ben).map((id) => placeOfHand(made.open, id))).toEqual([1, 2, 3]);
    expect(placeOfHand(made.open, nobody)).toBeNull();
    expect(raisedHands(made.open)[0]).toEqual({ participant: made.who(cleo).id, at: raised.at });
  });

  test('stays where it is when it is raised again, and goes to the end when it was down between', () => {
    const made = eager();
    expect(outcome(raise(made, ben))).toEqual([]);
    expect(order(made)).toEqual(ids(made, ben, cleo));
    expect(outcome(raise(made, ben, false))).toEqual(['hand-lowered']);
    expect(outcome(raise(made, ben, false))).toEqual([]);
    raise(made, ben);
    expect(order(made)).toEqual(ids(made, cleo, ben));
  });

  test('is a viewer’s to raise too, and stays up when they may speak', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'viewer' });
    expect(outcome(raise(made, ben))).toEqual(['hand-raised']);
    made.command(ana, { type: 'change-role', participant: made.who(ben).id, role: 'guest' });
    expect(isHandRaised(made.open, made.who(ben).id)).toBe(true);
  });

  test('survives a lost connection and another device, and goes with its owner', () => {
    const made = eager();
    made.order({ type: 'lose-connection', participant: made.who(ben).id });
    made.join(ben);
    expect(order(made)).toEqual(ids(made, ben, cleo));
    made.command(ben, { type: 'leave' });
    expect(order(made)).toEqual(ids(made, cleo));
    made.command(ana, { type: 'remove', participant: made.who(cleo).id, reason: '', bar: false });
    expect(order(made)).toEqual([]);
  });

  test('is in no later life of the room', () => {
    const made = eager();
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    expect(order(made)).toEqual([]);
    made.join(ben);
    expect(order(made)).toEqual([]);
  });

  test('can be raised by nobody outside', () => {
    expect(outcome(raise(stage(ana), dan))).toBe('not-joined');
  });
});

describe('a lowered hand', () => {
  test('says whose it was and who lowered it', () => {
    const made = eager();
    const by = { participant: made.who(ana).id, name: 'Ana' };
    expect(eventOf(lower(made, ana, ben), 'hand-lowered')).toEqual({
      type: 'hand-lowered',
      participant: made.who(ben).id,
      by,
      at: made.at,
    });
    expect(order(made)).toEqual(ids(made, cleo));
    expect(eventOf(raise(made, cleo, false), 'hand-lowered').by?.name).toBe('Cleo');
  });

  test('may be everybody’s, one event for each, in their order', () => {
    const made = eager();
    raise(made, ana);
    const decision = made.command(ana, { type: 'lower-hand', participant: 'all' });
    expect(outcome(decision)).toEqual(['hand-lowered', 'hand-lowered', 'hand-lowered']);
    expect(order(made)).toEqual([]);
    expect(outcome(made.command(ana, { type: 'lower-hand', participant: 'all' }))).toEqual([]);
  });

  test('takes mute, but for one’s own', () => {
    const made = eager();
    expect(outcome(lower(made, ben, cleo))).toBe('forbidden');
    expect(outcome(made.command(ben, { type: 'lower-hand', participant: 'all' }))).toBe('forbidden');
    expect(outcome(made.command(ben, { type: 'lower-hand', participant: nobody }))).toBe('forbidden');
    expect(outcome(lower(made, ben, ben))).toEqual(['hand-lowered']);
    made.order({ type: 'assign-role', principal: ben, role: 'co-host' });
    expect(outcome(lower(made, ben, cleo))).toEqual(['hand-lowered']);
  });

  test('is refused for nobody and from outside, and is no event where it is down', () => {
    const made = eager();
    expect(outcome(made.command(ana, { type: 'lower-hand', participant: nobody }))).toBe('no-such-participant');
    expect(outcome(made.command(dan, { type: 'lower-hand', participant: 'all' }))).toBe('not-joined');
    expect(outcome(lower(made, ana, ana))).toEqual([]);
  });
});

test('in a snapshot from before there were hands none is up, and one can be raised', () => {
  const made = stage(ana, ben);
  const { hands: _hands, ...old } = made.open;
  expect(raisedHands(old)).toEqual([]);
  const participant = made.who(ben).id;
  const raised = fold(old, [{ type: 'hand-raised', participant, at: 1 }]);
  expect(raised?.hands).toEqual([{ participant, at: 1 }]);
});

test('a hand that is up can not go up, and one that is down not down', () => {
  const made = eager();
  const participant = made.who(ben).id;
  expect(() => fold(made.open, [{ type: 'hand-raised', participant, at: 1 }])).toThrow('the hand is up');
  const down = { type: 'hand-lowered', participant: made.who(ana).id, by: null, at: 1 } as const;
  expect(() => fold(made.open, [down])).toThrow('the hand is down');
});
