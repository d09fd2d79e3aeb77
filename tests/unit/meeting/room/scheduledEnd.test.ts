import { describe, expect, test } from 'vitest';

import { exitsOf } from '#meeting/room/exits.ts';
import { fold } from '#meeting/room/evolve.ts';
import type { Decision } from '#meeting/room/order.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { ana, ben, cleo, closedStage, dan, eventOf, outcome, stage, type Stage } from './stage.ts';

const SOON = { type: 'schedule-end', reason: 'Time is up', lock: false, inMs: 10_000 } as const;
const SOON_LOCKED = { ...SOON, lock: true } as const;
const CANCEL = { type: 'cancel-end' } as const;
const COMES = { type: 'end-as-scheduled' } as const;

/** Ana, host, has scheduled an end; these people are there. */
function counting(
  people: readonly PrincipalId[] = [ana, ben],
  request: typeof SOON | typeof SOON_LOCKED = SOON,
): Stage {
  const made = stage(...people);
  expect(outcome(made.command(ana, request))).toEqual(['end-scheduled']);
  return made;
}

/** What becomes of it so long after it was ordered. */
function after(made: Stage, ms: number): Decision {
  const endsAt = made.open.scheduledEnd?.endsAt ?? 0;
  // The stage's clock goes on by a second by itself.
  made.tick(endsAt - SOON.inMs + ms - made.at - 1_000);
  return made.order(COMES);
}

describe('an end in a little while', () => {
  test('is announced with who set it, why, when it comes and whether it locks', () => {
    const made = stage(ana, ben);
    const { end } = eventOf(made.command(ana, SOON_LOCKED), 'end-scheduled');
    const by = { participant: made.who(ana).id, name: 'Ana' };
    const endsAt = made.at + 10_000;
    expect(end).toEqual({ by, principal: ana, note: 'Time is up', locked: true, endsAt });
    expect(made.open).toMatchObject({ phase: 'open', scheduledEnd: end, lock: null });
    expect(Object.keys(made.open.participants)).toHaveLength(2);
  });

  test('comes at its very millisecond, and is an end by whoever set it (1008)', () => {
    const made = counting();
    expect(outcome(after(made, 9_999))).toEqual([]);
    const before = made.open;
    const { by, note } = before.scheduledEnd ?? {};
    made.tick(1 - 1_000);
    const ended = eventOf(made.order(COMES), 'room-ended');
    expect(ended.ending).toEqual({ cause: 'participant', by, note, locked: false, at: made.at });
    expect(made.open).toMatchObject({ phase: 'ended', scheduledEnd: null, lock: null });
    expect(made.open.participants).toEqual({});
    const exits = exitsOf(before, ended).map(({ principal, removal, left }) => [principal, removal, left.reason.code]);
    const removal = { reason: 'Time is up', roomWasEnded: true, peerWhoRemoved: by, locked: false };
    expect(exits).toEqual([
      [ana, null, 1008],
      [ben, { type: 'removed-from-room', ...removal }, 1008],
    ]);
  });

  test('locks when it comes, not before', () => {
    const made = counting([ana, ben], SOON_LOCKED);
    expect(outcome(made.join(cleo))).toEqual(['participant-joined']);
    expect(eventOf(after(made, 10_000), 'room-ended').ending.locked).toBe(true);
    expect(outcome(made.join(ben))).toBe('room-locked');
  });

  test('does not come early when the clock jumps back (figure 9), and comes once', () => {
    const made = counting();
    expect(outcome(after(made, -86_400_000))).toEqual([]);
    expect(outcome(after(made, 86_400_000))).toEqual(['room-ended']);
    expect(outcome(made.order(COMES))).toEqual([]);
  });

  test('comes late where the server was down, at the time that it then is', () => {
    const made = counting();
    expect(eventOf(after(made, 3_600_000), 'room-ended').ending.at).toBe(made.at);
  });

  test.each([
    ['a host among others', () => stage(ana, ben), ana, ['end-scheduled'], ['end-scheduled']],
    ['a host alone', () => stage(ana), ana, ['end-scheduled'], ['end-scheduled']],
    ['a guest among others', () => stage(ana, ben), ben, 'forbidden', 'forbidden'],
    ['a guest alone, who may end but not for those who come later', () => stage(ben), ben, 'forbidden', 'forbidden'],
    ['who is not there', () => stage(ana), dan, 'not-joined', 'not-joined'],
    ['anybody in an ended room', () => ended(stage(ana, ben)), ana, 'room-ended', 'room-ended'],
    ['anybody in a closed room', closedStage, ana, 'not-joined', 'not-joined'],
    ['whoever comes second', () => counting(), ana, 'already-ending', 'already-ending'],
  ] as const)('for %s', (_who, arrange, by, plain, locking) => {
    expect(outcome(arrange().command(by, SOON))).toEqual(plain);
    expect(outcome(arrange().command(by, SOON_LOCKED))).toEqual(locking);
  });

  test('is not stopped by the leaving of whoever set it, nor by the loss of the role', () => {
    const made = counting([ana, ben, cleo]);
    const by = made.open.scheduledEnd?.by;
    made.order({ type: 'assign-role', principal: ana, role: 'guest' });
    made.command(ana, { type: 'leave' });
    const before = made.open;
    const ended = eventOf(after(made, 10_000), 'room-ended');
    expect(ended.ending).toMatchObject({ cause: 'participant', by });
    expect(exitsOf(before, ended).map(({ removal }) => removal?.peerWhoRemoved)).toEqual([by, by]);
    expect(fold(null, made.log), 'the log can be read back').toEqual(made.open);
  });

  test('is theirs also if they came back as another participant, under another name', () => {
    const made = counting();
    const first = made.who(ana).id;
    made.command(ana, { type: 'leave' });
    made.join(ana, { name: 'Ana Maria' });
    const before = made.open;
    const ended = eventOf(after(made, 10_000), 'room-ended');
    expect(ended.ending.by?.name).toBe('Ana Maria');
    expect(ended.ending.by?.participant).not.toBe(first);
    const told = exitsOf(before, ended).map(({ principal, removal }) => [principal, removal === null]);
    expect(Object.fromEntries(told)).toEqual({ [ana]: true, [ben]: false });
  });

  test('gives way to an immediate end, by its own reason and lock', () => {
    const made = counting([ana, ben], SOON_LOCKED);
    const { ending } = eventOf(made.command(ana, { type: 'end-room', reason: 'Now', lock: false }), 'room-ended');
    expect(ending).toMatchObject({ note: 'Now', locked: false });
    expect(made.open.scheduledEnd).toBeNull();
    made.join(ana);
    expect(outcome(made.order(COMES))).toEqual([]);
  });

  test('is dropped when nobody is left: whoever comes next finds a meeting that goes on', () => {
    const made = counting();
    made.command(ana, { type: 'leave' });
    expect(made.open.scheduledEnd).not.toBeNull();
    made.command(ben, { type: 'leave' });
    expect(made.open.scheduledEnd).toBeNull();
    expect(outcome(made.order(COMES))).toEqual([]);
    made.join(cleo);
    made.tick(60_000);
    expect(outcome(made.order(COMES))).toEqual([]);
  });
});

describe('calling a scheduled end off', () => {
  test('is for any host, whoever set it, and says who did', () => {
    const made = stage(ana, ben);
    made.order({ type: 'assign-role', principal: ben, role: 'host' });
    made.command(ana, SOON);
    const { by } = eventOf(made.command(ben, CANCEL), 'end-cancelled');
    expect(by).toEqual({ participant: made.who(ben).id, name: 'Ben' });
    expect(made.open).toMatchObject({ phase: 'open', scheduledEnd: null, cancelledEnd: { by, at: made.at } });
    made.tick(60_000);
    expect(outcome(made.order(COMES))).toEqual([]);
  });

  test('lets another one be set, which takes the word of the cancelling back', () => {
    const made = counting();
    made.command(ana, CANCEL);
    expect(outcome(made.command(ana, SOON))).toEqual(['end-scheduled']);
    expect(made.open.cancelledEnd).toBeNull();
  });

  test('is remembered no longer than the incarnation', () => {
    const made = counting();
    made.command(ana, CANCEL);
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    made.join(ben);
    expect(made.open.cancelledEnd).toBeNull();
  });

  test.each([
    ['a guest among others', () => counting(), ben, 'forbidden'],
    ['whoever is left alone with it', () => leftWith(ben), ben, ['end-cancelled']],
    ['who is not there', () => counting(), dan, 'not-joined'],
    ['a host where none is to come', () => stage(ana, ben), ana, 'not-ending'],
    ['a guest where none is to come', () => stage(ana, ben), ben, 'forbidden'],
    ['anybody after it came', () => ended(counting()), ana, 'not-joined'],
  ] as const)('by %s', (_who, arrange, by, expected) => {
    expect(outcome(arrange().command(by, CANCEL))).toEqual(expected);
  });
});

describe('a log', () => {
  test('from before ends could be scheduled folds as it did', () => {
    const made = stage(ana, ben);
    const room = JSON.parse(JSON.stringify(made.open)) as typeof made.open;
    const { scheduledEnd: _end, cancelledEnd: _cancelled, ...old } = room;
    const left: RoomEvent = eventOf(made.command(ana, { type: 'leave' }), 'participant-left');
    expect(fold(old, [left])).not.toHaveProperty('scheduledEnd');
  });

  test.each([
    ['two ends at once', () => counting(), 'end-scheduled'],
    ['a cancelling of nothing', () => stage(ana), 'end-cancelled'],
  ] as const)('with %s can not be read', (_what, arrange, type) => {
    const by = { participant: arrange().who(ana).id, name: 'Ana' };
    const end = { by, principal: ana, note: '', locked: false, endsAt: 1 };
    const event: RoomEvent = type === 'end-scheduled' ? { type, end, at: 1 } : { type, by, at: 1 };
    expect(() => fold(arrange().open, [event])).toThrow(`${type} cannot follow`);
  });
});

function ended(made: Stage): Stage {
  made.command(ana, { type: 'end-room', reason: '', lock: false });
  return made;
}

function leftWith(who: PrincipalId): Stage {
  const made = counting([ana, who]);
  made.command(ana, { type: 'leave' });
  return made;
}
