import { describe, expect, test } from 'vitest';

import { ana, ben, cleo, eventOf, nobody, outcome, stage } from './stage.ts';

describe('leaving', () => {
  test('takes out who leaves, with 1101 and their name, and nobody else', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ben);
    const left = eventOf(made.command(ben, { type: 'leave' }), 'participant-left');
    expect(left).toMatchObject({ participant: id, by: { participant: id, name: 'Ben' }, note: '', barred: null });
    expect(left.reason).toMatchObject({ code: 1101, type: 'MANUAL_LEAVE_CALLED' });
    expect(Object.keys(made.open.participants)).toEqual([made.who(ana).id]);
  });

  test('for another meeting is 1005, by the same person, and hands over as ever', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ana);
    const decision = made.command(ana, { type: 'leave', switching: true, handOverTo: made.who(ben).id });
    expect(outcome(decision)).toEqual(['role-changed', 'participant-left']);
    const left = eventOf(decision, 'participant-left');
    expect(left).toMatchObject({ participant: id, by: { name: 'Ana' }, reason: { code: 1005, type: 'SWITCH_ROOM' } });
    expect(left).not.toHaveProperty('policy');
  });

  test('by the app is 1006, also while it goes to another meeting', () => {
    const made = stage(ana, ben);
    const left = eventOf(made.command(ben, { type: 'leave', policy: 'alone', switching: true }), 'participant-left');
    expect(left).toMatchObject({ reason: { code: 1006 }, policy: 'alone', by: null });
  });

  test('works while the connection is lost (semantics rule 7)', () => {
    const made = stage(ana, ben);
    made.order({ type: 'lose-connection', participant: made.who(ben).id });
    expect(outcome(made.command(ben, { type: 'leave' }))).toEqual(['participant-left']);
  });

  test('the last one leaves an open room behind, neither ended nor locked', () => {
    const made = stage(ana);
    made.command(ana, { type: 'leave' });
    expect(made.open).toMatchObject({ phase: 'open', ending: null, lock: null });
    expect(made.open.participants).toEqual({});
  });

  test('a host who comes back is host again', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave' });
    made.join(ana);
    expect(made.who(ana).role).toBe('host');
  });

  test('without handing over, the meeting goes on without a host', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave' });
    expect(made.open).toMatchObject({ phase: 'open' });
    expect(made.who(ben).role).toBe('guest');
  });
});

describe('handing over on leaving', () => {
  test('makes the named one host first, for good, and then leaves', () => {
    const made = stage(ana, ben, cleo);
    const decision = made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    expect(outcome(decision)).toEqual(['role-changed', 'participant-left']);
    expect(eventOf(decision, 'role-changed')).toMatchObject({ principal: ben, role: 'host', by: { name: 'Ana' } });
    expect([made.who(ben).role, made.who(cleo).role]).toEqual(['host', 'guest']);
    made.command(ben, { type: 'leave' });
    made.join(ben);
    expect(made.who(ben).role).toBe('host');
  });

  test('gives rights at once, read from the room (invariant 6)', () => {
    const made = stage(ana, ben, cleo);
    const end = { type: 'end-room', reason: '', lock: true } as const;
    expect(outcome(made.command(ben, end))).toBe('forbidden');
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    expect(outcome(made.command(ben, end))).toEqual(['room-ended']);
  });

  test('to another host only leaves', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    made.join(ana);
    expect(outcome(made.command(ana, { type: 'leave', handOverTo: made.who(ben).id }))).toEqual(['participant-left']);
  });

  test('is refused to a guest, who stays', () => {
    const made = stage(ana, ben);
    expect(outcome(made.command(ben, { type: 'leave', handOverTo: made.who(ana).id }))).toBe('forbidden');
    expect(made.who(ben)).toBeDefined();
  });

  test('is refused where nobody else is of that id, and the host stays', () => {
    const made = stage(ana, ben);
    expect(outcome(made.command(ana, { type: 'leave', handOverTo: nobody }))).toBe('no-such-participant');
    const { id } = made.who(ana);
    expect(outcome(made.command(ana, { type: 'leave', handOverTo: id }))).toBe('no-such-participant');
    expect(made.who(ana)).toBeDefined();
  });
});
