import { describe, expect, test } from 'vitest';

import { deadlineOf } from '#meeting/room/policies.ts';
import type { Policies } from '#protocol/room.ts';
import { ana, ben, cleo, eventOf, outcome, stage, type Stage, T0 } from './stage.ts';

const MINUTE = 60_000;
const none: Policies = { durationMs: null, noHostMs: null, since: T0 };
const hour: Policies = { ...none, durationMs: 60 * MINUTE };
const hosted: Policies = { ...none, noHostMs: 10 * MINUTE };

/** What comes of looking after the room so long after now. */
function enforced(made: Stage, policies: Policies, afterMs: number) {
  // The clock of the stage goes on by a second by itself.
  made.tick(afterMs - 1_000);
  return made.order({ type: 'enforce', policies });
}

describe('the longest time of a meeting', () => {
  test('closes it for all, by nobody, when it has come, and says which policy it was', () => {
    const made = stage(ana, ben);
    const opened = made.open.openedAt ?? 0;
    expect(deadlineOf(made.open, hour)).toEqual({ policy: 'duration', at: opened + 60 * MINUTE });
    expect(outcome(enforced(made, hour, opened + 60 * MINUTE - made.at - 1))).toEqual([]);
    const { ending } = eventOf(made.order({ type: 'enforce', policies: hour }), 'room-ended');
    expect(ending).toEqual({ cause: 'policy', policy: 'duration', by: null, note: '', locked: false, at: made.at });
    expect(made.open).toMatchObject({ phase: 'ended', lock: null });
    expect(made.open.participants).toEqual({});
  });

  test('comes at its very millisecond', () => {
    const made = stage(ana);
    expect(outcome(enforced(made, hour, (made.open.openedAt ?? 0) + 60 * MINUTE - made.at))).toEqual(['room-ended']);
  });

  test('begins anew with the next incarnation', () => {
    const made = stage(ana);
    enforced(made, hour, 60 * MINUTE);
    made.join(ana);
    expect(outcome(enforced(made, hour, 59 * MINUTE))).toEqual([]);
  });

  test('is no matter of a room that nobody is in: that one closes by being empty', () => {
    const made = stage(ana);
    made.command(ana, { type: 'leave' });
    expect(deadlineOf(made.open, hour)).toBeNull();
    expect(outcome(enforced(made, hour, 90 * MINUTE))).toEqual([]);
    expect(outcome(made.order({ type: 'close-empty' }))).toEqual(['room-closed']);
    expect(deadlineOf(made.open, hour)).toBeNull();
  });

  test('keeps a lock, and says that nobody can rejoin', () => {
    const made = stage(ana);
    made.command(ana, { type: 'lock' });
    expect(eventOf(enforced(made, hour, 60 * MINUTE), 'room-ended').ending.locked).toBe(true);
    expect(outcome(made.join(ben))).toBe('room-locked');
  });
});

describe('the longest time without a host', () => {
  test('closes the room when the last host is gone for so long', () => {
    const made = stage(ana, ben);
    expect(made.open.hostlessSince).toBeNull();
    expect(deadlineOf(made.open, hosted)).toBeNull();
    made.command(ana, { type: 'leave' });
    expect(made.open.hostlessSince).toBe(made.at);
    expect(outcome(enforced(made, hosted, 10 * MINUTE - 1))).toEqual([]);
    expect(eventOf(made.order({ type: 'enforce', policies: hosted }), 'room-ended').ending.policy).toBe('no-host');
    expect(made.open.hostlessSince).toBeNull();
  });

  test('stops when a host comes back, and begins anew when they go again', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave' });
    made.tick(9 * MINUTE);
    made.join(ana);
    expect(made.open.hostlessSince).toBeNull();
    expect(outcome(enforced(made, hosted, 10 * MINUTE))).toEqual([]);
    made.command(ana, { type: 'leave' });
    expect(made.open.hostlessSince).toBe(made.at);
    expect(outcome(enforced(made, hosted, 9 * MINUTE))).toEqual([]);
  });

  test('does not run while a host who hands over makes another', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    expect(made.open.hostlessSince).toBeNull();
    expect(deadlineOf(made.open, hosted)).toBeNull();
  });

  test('does not run while another host is there', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    made.join(ana);
    made.command(ana, { type: 'leave' });
    expect(made.open.hostlessSince).toBeNull();
  });

  test('counts from the opening where guests came first, and is not begun anew by more of them', () => {
    const made = stage(ben);
    const opened = made.open.openedAt;
    made.join(cleo);
    made.command(ben, { type: 'leave' });
    expect(made.open.hostlessSince).toBe(opened);
  });

  test('a host whose connection is lost is there until the grace time is over', () => {
    const made = stage(ana, ben);
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    expect(made.open.hostlessSince).toBeNull();
    made.order({ type: 'expire-lost', graceMs: 0 });
    expect(made.open.hostlessSince).toBe(made.at);
  });

  test('a host who is removed for good leaves the room without one', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    made.join(ana);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    expect(made.open.hostlessSince).toBeNull();
    made.order({ type: 'remove-by-api', participant: made.who(ana).id, note: '', bar: true });
    expect(made.open.hostlessSince).toBe(made.at);
  });

  test('the time in which the server was down does not count: no host could come back', () => {
    const made = stage(ben);
    const since = made.at + 30 * MINUTE;
    expect(deadlineOf(made.open, { ...hosted, since })).toEqual({ policy: 'no-host', at: since + 10 * MINUTE });
  });
});

describe('of two policies', () => {
  const both = { ...hosted, durationMs: 60 * MINUTE };

  test('the one whose time comes first closes the room', () => {
    const made = stage(ben);
    expect(deadlineOf(made.open, both)?.policy).toBe('no-host');
    made.join(ana);
    made.tick(55 * MINUTE);
    made.command(ana, { type: 'leave' });
    expect(deadlineOf(made.open, both)?.policy).toBe('duration');
    expect(eventOf(enforced(made, both, 30 * MINUTE), 'room-ended').ending.policy).toBe('duration');
  });

  test('none is none', () => {
    const made = stage(ben);
    expect(deadlineOf(made.open, none)).toBeNull();
    expect(outcome(enforced(made, none, 10_000 * MINUTE))).toEqual([]);
  });

  test('a clock that jumps back closes nothing early (figure 9)', () => {
    const made = stage(ben);
    expect(outcome(enforced(made, both, -86_400_000))).toEqual([]);
    expect(outcome(enforced(made, both, 86_400_000))).toEqual([]);
  });
});

describe('leaving for being alone', () => {
  test('is 1006 by nobody, with the policy', () => {
    const made = stage(ana);
    const left = eventOf(made.command(ana, { type: 'leave', policy: 'alone' }), 'participant-left');
    expect(left).toMatchObject({ reason: { code: 1006, type: 'ROOM_CLOSE' }, policy: 'alone', by: null, barred: null });
    expect(made.open.phase).toBe('open');
  });

  test('takes effect although somebody came in at the last moment, and the room goes on', () => {
    const made = stage(ana, ben);
    expect(outcome(made.command(ana, { type: 'leave', policy: 'alone' }))).toEqual(['participant-left']);
    expect(made.who(ben).name).toBe('Ben');
  });

  test('bars nobody from coming back, as what they were', () => {
    const made = stage(ana);
    made.command(ana, { type: 'leave', policy: 'alone' });
    made.join(ana);
    expect(made.who(ana).role).toBe('host');
  });

  test('a leave of one’s own names no policy', () => {
    const made = stage(ana);
    expect(eventOf(made.command(ana, { type: 'leave' }), 'participant-left')).not.toHaveProperty('policy');
  });
});
