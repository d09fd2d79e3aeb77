import { describe, expect, test } from 'vitest';

import { ana, ben, dan, eventOf, outcome, stage } from './stage.ts';

const END = { type: 'end-room', reason: 'We are done', lock: false } as const;
const END_AND_LOCK = { ...END, lock: true } as const;

describe('ending a room', () => {
  test('puts everybody out in one event that says who, why and whether it is locked', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ana);
    const { ending } = eventOf(made.command(ana, END_AND_LOCK), 'room-ended');
    const expected = { cause: 'participant', by: { participant: id, name: 'Ana' }, note: 'We are done', locked: true };
    expect(ending).toEqual({ ...expected, at: made.at });
    expect(made.open).toMatchObject({ phase: 'ended', ending, lock: { by: ending.by, at: made.at } });
    expect(made.open.participants).toEqual({});
  });

  test('unlocked leaves no lock', () => {
    const made = stage(ana, ben);
    made.command(ana, END);
    expect(made.open).toMatchObject({ phase: 'ended', lock: null, ending: { locked: false } });
  });

  test('unlocked leaves a lock that was there, and says that nobody can rejoin', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'lock' });
    const { lock } = made.open;
    made.command(ana, END);
    expect(made.open).toMatchObject({ lock, ending: { locked: true } });
    expect(outcome(made.join(ben))).toBe('room-locked');
  });

  test('is for who holds endRoom and for whoever is alone', () => {
    const made = stage(ana, ben);
    expect(outcome(made.command(ben, END))).toBe('forbidden');
    made.command(ana, { type: 'leave' });
    expect(outcome(made.command(ben, END))).toEqual(['room-ended']);
  });

  test('somebody whose connection is lost is still somebody: a guest beside them is not alone', () => {
    const made = stage(ana, ben);
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    expect(outcome(made.command(ben, END))).toBe('forbidden');
  });

  test('a lone guest can end but can lock nobody out', () => {
    const made = stage(ben);
    expect(outcome(made.command(ben, END_AND_LOCK))).toBe('forbidden');
    expect(outcome(made.command(ben, END))).toEqual(['room-ended']);
  });

  test('twice is refused, to its host and to strangers alike', () => {
    const made = stage(ana, ben);
    made.command(ana, END);
    expect([ana, ben, dan].map((who) => outcome(made.command(who, END)))).toEqual(Array(3).fill('room-ended'));
  });
});

describe('ending through the API', () => {
  test('needs nobody in the room and names nobody', () => {
    const made = stage(ana, ben);
    const decision = made.order({ type: 'end-by-api', note: 'Booked until five', lock: true });
    expect(eventOf(decision, 'room-ended').ending).toMatchObject({ cause: 'api', by: null, note: 'Booked until five' });
    expect(made.open).toMatchObject({ phase: 'ended', lock: { by: null } });
  });

  test.each(['new', 'closed'] as const)('ends and locks a room that is %s', (phase) => {
    const made = phase === 'new' ? stage() : stage(ana);
    if (phase === 'closed') {
      made.command(ana, { type: 'leave' });
      made.order({ type: 'close-empty' });
    }
    expect(made.open.phase).toBe(phase);
    expect(outcome(made.order({ type: 'end-by-api', note: '', lock: true }))).toEqual(['room-ended']);
    expect(outcome(made.join(ana))).toBe('room-locked');
  });

  test('is refused where the room is ended', () => {
    const made = stage(ana);
    made.command(ana, END);
    expect(outcome(made.order({ type: 'end-by-api', note: '', lock: true }))).toBe('room-ended');
  });
});

describe('closing', () => {
  test('by policy ends the incarnation for all, by nobody, with the reason', () => {
    const made = stage(ana, ben);
    const { ending } = eventOf(made.order({ type: 'close', policy: 'shutdown', note: 'Down for good' }), 'room-ended');
    expect(ending).toMatchObject({
      cause: 'policy',
      by: null,
      policy: 'shutdown',
      note: 'Down for good',
      locked: false,
    });
  });

  test('by policy keeps a lock and says so', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'lock' });
    expect(eventOf(made.order({ type: 'close', policy: 'shutdown', note: '' }), 'room-ended').ending.locked).toBe(true);
  });

  test('an empty room is not an end: the next join opens it again', () => {
    const made = stage(ana);
    made.command(ana, { type: 'leave' });
    expect(outcome(made.order({ type: 'close', policy: 'shutdown', note: '' }))).toEqual(['room-closed']);
    expect(made.open).toMatchObject({ phase: 'closed', ending: null });
    expect(outcome(made.join(ben))).toEqual(['room-opened', 'participant-joined']);
  });

  test('what nobody is in closes, and what somebody is in stays open, lost or not', () => {
    const made = stage(ana);
    expect(outcome(made.order({ type: 'close-empty' }))).toEqual([]);
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    expect(outcome(made.order({ type: 'close-empty' }))).toEqual([]);
    made.order({ type: 'expire-lost', graceMs: 0 });
    expect(outcome(made.order({ type: 'close-empty' }))).toEqual(['room-closed']);
  });

  test.each([{ type: 'close-empty' }, { type: 'close', policy: 'shutdown', note: '' }] as const)(
    '$type changes nothing in a room that is not open',
    (order) => {
      const made = stage();
      expect(outcome(made.order(order))).toEqual([]);
      made.join(ana);
      made.command(ana, END);
      expect(outcome(made.order(order))).toEqual([]);
    },
  );
});
