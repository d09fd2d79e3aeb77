import { describe, expect, test } from 'vitest';

import { ana, ben, cleo, dan, eventOf, nobody, OFF, ON, outcome, stage, Stage, T0 } from './stage.ts';

describe('creating a room', () => {
  test('makes its creator the host and keeps only the hash of the invite key', () => {
    const { room } = stage();
    expect(room).toMatchObject({ phase: 'new', rev: 1, incarnation: null, lock: null, ending: null });
    expect(room?.participants).toEqual({});
    expect(room).toMatchObject({ roles: { [ana]: 'host' }, inviteHash: 'hash-of-the-invite', createdAt: T0 + 1_000 });
  });

  test('is refused where the room exists', () => {
    const { room } = stage();
    const made = new Stage();
    made.room = room;
    const again = made.order({ type: 'create', room: stage().open.id, host: ben, inviteHash: 'other' });
    expect(outcome(again)).toBe('room-exists');
  });
});

describe('joining', () => {
  test('a room that does not exist is refused', () => {
    expect(outcome(new Stage().join(ana))).toBe('room-not-found');
  });

  test('a new room opens its first incarnation', () => {
    const made = stage();
    expect(outcome(made.join(ana))).toEqual(['room-opened', 'participant-joined']);
    expect(made.open).toMatchObject({ phase: 'open', openedAt: made.at });
    expect(made.open.incarnation).not.toBeNull();
  });

  test('an open room joins its incarnation', () => {
    const made = stage(ana);
    const { incarnation } = made.open;
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
    expect(made.open.incarnation).toBe(incarnation);
  });

  test('brings the role that the principal holds in the room: the creator is host, everybody else a guest', () => {
    const made = stage(ben, ana);
    expect([made.who(ana).role, made.who(ben).role]).toEqual(['host', 'guest']);
  });

  test('brings name and media, a live connection and the time on the server', () => {
    const made = stage();
    made.join(ana, { name: 'Ana Maria', media: ON });
    expect(made.who(ana)).toMatchObject({
      name: 'Ana Maria',
      media: ON,
      joinedAt: made.at,
      connection: 'live',
      lostAt: null,
    });
  });

  test('a closed room opens a new incarnation', () => {
    const made = stage(ana);
    const first = made.open.incarnation;
    made.command(ana, { type: 'leave' });
    made.order({ type: 'close-empty' });
    expect(outcome(made.join(ben))).toEqual(['room-opened', 'participant-joined']);
    expect(made.open.incarnation).not.toBe(first);
  });

  test('an ended room that is not locked opens a new incarnation, in which roles go on (semantics: end, unlocked)', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'end-room', reason: 'done', lock: false });
    expect(outcome(made.join(ben))).toEqual(['room-opened', 'participant-joined']);
    expect(outcome(made.join(ana))).toEqual(['participant-joined']);
    expect(made.who(ana).role).toBe('host');
    expect(made.open.ending).toMatchObject({ note: 'done' });
  });

  test.each([
    ['an open locked room', (made: Stage) => made.command(ana, { type: 'lock' })],
    ['an ended and locked room', (made: Stage) => made.command(ana, { type: 'end-room', reason: '', lock: true })],
    [
      'a room that closed while it was locked',
      (made: Stage) => {
        made.command(ana, { type: 'lock' });
        for (const who of [ana, ben]) made.command(who, { type: 'leave' });
        made.order({ type: 'close-empty' });
      },
    ],
  ])('%s refuses everybody who is not in it, its host too (invariant 2)', (_what, lock) => {
    const made = stage(ana, ben);
    lock(made);
    if (made.open.phase === 'open') made.command(ana, { type: 'leave' });
    expect([ana, dan].map((who) => outcome(made.join(who)))).toEqual(['room-locked', 'room-locked']);
  });

  test('a full room refuses, and a place held by a lost connection counts', () => {
    const made = stage(ana, ben);
    made.order({ type: 'lose-connection', participant: made.who(ben).id });
    expect(outcome(made.join(cleo, { capacity: 2 }))).toBe('room-full');
    expect(outcome(made.join(cleo, { capacity: 3 }))).toEqual(['participant-joined']);
  });

  test('barred is said before locked, and locked before full', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    made.command(ana, { type: 'lock' });
    expect(outcome(made.join(ben, { capacity: 0 }))).toBe('barred');
    expect(outcome(made.join(cleo, { capacity: 0 }))).toBe('room-locked');
    made.command(ana, { type: 'unlock' });
    expect(outcome(made.join(cleo, { capacity: 0 }))).toBe('room-full');
  });

  test('who is barred stays barred in the next incarnation', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    expect(outcome(made.join(ben))).toBe('barred');
    made.join(ana);
    expect(outcome(made.join(ben))).toBe('barred');
  });
});

describe('joining from another device', () => {
  test('takes over: same participant, same role, the other device’s name and media', () => {
    const made = stage(ana, ben);
    const before = made.who(ana);
    const taken = made.join(ana, { name: 'Ana on the phone', media: ON, participant: nobody });
    expect(eventOf(taken, 'participant-taken-over')).toMatchObject({ participant: before.id });
    expect(made.who(ana)).toEqual({ ...before, name: 'Ana on the phone', media: ON });
  });

  test('brings a lost participant back', () => {
    const made = stage(ana);
    made.order({ type: 'lose-connection', participant: made.who(ana).id });
    made.join(ana);
    expect(made.who(ana)).toMatchObject({ connection: 'live', lostAt: null });
  });

  test('is let through a lock and a full room, because nobody new comes in', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'lock' });
    expect(outcome(made.join(ben, { capacity: 1, media: OFF }))).toEqual(['participant-taken-over']);
  });
});

describe('where the server refuses duplicates', () => {
  const refuse = { duplicates: 'refuse' } as const;

  test('whoever is there with a live connection keeps their place against their own newer device', () => {
    const made = stage(ana, ben);
    const before = made.open;
    expect(outcome(made.join(ana, { ...refuse, media: ON }))).toBe('already-joined');
    expect(made.open).toBe(before);
    expect(outcome(made.join(cleo, refuse))).toEqual(['participant-joined']);
  });

  test('a lost connection is taken over all the same, locked room or not', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'lock' });
    made.order({ type: 'lose-connection', participant: made.who(ben).id });
    expect(outcome(made.join(ben, refuse))).toEqual(['participant-taken-over']);
    expect(made.who(ben).connection).toBe('live');
  });

  test('whoever has left is no duplicate', () => {
    const made = stage(ana, ben);
    made.command(ben, { type: 'leave' });
    expect(outcome(made.join(ben, refuse))).toEqual(['participant-joined']);
  });
});
