import { describe, expect, test } from 'vitest';

import { ana, ben, dan, eventOf, outcome, stage } from './stage.ts';

describe('locking', () => {
  test('says who locked, and puts nobody out', () => {
    const made = stage(ana, ben);
    expect(eventOf(made.command(ana, { type: 'lock' }), 'room-locked').by).toMatchObject({ name: 'Ana' });
    expect(made.open.lock).toEqual({ by: { participant: made.who(ana).id, name: 'Ana' }, at: made.at });
    expect(Object.keys(made.open.participants)).toHaveLength(2);
  });

  test('is refused to a guest, also a lone one, and where the room is locked', () => {
    const made = stage(ben);
    expect(outcome(made.command(ben, { type: 'lock' }))).toBe('forbidden');
    made.join(ana);
    made.command(ana, { type: 'lock' });
    expect(outcome(made.command(ana, { type: 'lock' }))).toBe('already-locked');
    expect(outcome(made.command(ben, { type: 'lock' }))).toBe('forbidden');
  });
});

describe('unlocking', () => {
  test('lets people in again', () => {
    const made = stage(ana);
    made.command(ana, { type: 'lock' });
    expect(outcome(made.join(ben))).toBe('room-locked');
    expect(eventOf(made.command(ana, { type: 'unlock' }), 'room-unlocked').by).toMatchObject({ name: 'Ana' });
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
  });

  test('an ended and locked room from outside leaves it ended; the next join opens a new incarnation', () => {
    const made = stage(ana, ben);
    const first = made.open.incarnation;
    made.command(ana, { type: 'end-room', reason: '', lock: true });
    expect(eventOf(made.command(ana, { type: 'unlock' }), 'room-unlocked').by).toBeNull();
    expect(made.open).toMatchObject({ phase: 'ended', lock: null, incarnation: first });
    expect(outcome(made.join(ben))).toEqual(['room-opened', 'participant-joined']);
    expect(made.open.incarnation).not.toBe(first);
  });

  test('is refused to whose role does not hold it, present or not, before anything is said about the lock', () => {
    const made = stage(ana, ben);
    expect([ben, dan].map((who) => outcome(made.command(who, { type: 'unlock' })))).toEqual(['forbidden', 'forbidden']);
    made.command(ana, { type: 'lock' });
    expect([ben, dan].map((who) => outcome(made.command(who, { type: 'unlock' })))).toEqual(['forbidden', 'forbidden']);
  });

  test('is refused where there is no lock, present or not', () => {
    const made = stage(ana);
    expect(outcome(made.command(ana, { type: 'unlock' }))).toBe('not-locked');
    made.command(ana, { type: 'leave' });
    expect(outcome(made.command(ana, { type: 'unlock' }))).toBe('not-locked');
  });
});

describe('locking and unlocking through the API', () => {
  test.each(['new', 'open', 'ended'] as const)('works in a room that is %s, and names nobody', (phase) => {
    const made = phase === 'new' ? stage() : stage(ana);
    if (phase === 'ended') made.command(ana, { type: 'end-room', reason: '', lock: false });
    expect(eventOf(made.order({ type: 'lock-by-api' }), 'room-locked').by).toBeNull();
    expect(made.open).toMatchObject({ phase, lock: { by: null } });
    expect(outcome(made.join(ben))).toBe('room-locked');
    expect(eventOf(made.order({ type: 'unlock-by-api' }), 'room-unlocked').by).toBeNull();
    expect(outcome(made.join(ben))).toContain('participant-joined');
  });

  test('lifts a lock of a person, and is refused where there is nothing to do', () => {
    const made = stage(ana);
    expect(outcome(made.order({ type: 'unlock-by-api' }))).toBe('not-locked');
    made.command(ana, { type: 'lock' });
    expect(outcome(made.order({ type: 'lock-by-api' }))).toBe('already-locked');
    expect(outcome(made.order({ type: 'unlock-by-api' }))).toEqual(['room-unlocked']);
  });
});
