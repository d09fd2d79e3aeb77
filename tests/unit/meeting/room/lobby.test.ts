import { describe, expect, test } from 'vitest';

import { everyoneWaiting, mustWait, stillWaits } from '#meeting/room/lobby.ts';
import { standingIn } from '#meeting/room/standing.ts';
import { barred, lobby, waiting } from './lobbyStage.ts';
import { ana, ben, cleo, dan, outcome, stage, type Stage } from './stage.ts';

describe('the lobby', () => {
  test('is off unless the server or somebody who lets people in switches it on', () => {
    const made = stage(ana);
    expect(mustWait(made.open, ben)).toBe(false);
    expect(outcome(made.command(ana, { type: 'set-lobby', on: true }))).toEqual(['lobby-set']);
    expect(made.open.lobby).toEqual({ by: { participant: made.who(ana).id, name: 'Ana' }, at: made.at });
    expect(mustWait(made.open, ben)).toBe(true);
    expect(outcome(made.command(ana, { type: 'set-lobby', on: true }))).toEqual([]);
  });

  test('is on from the start in a room that the server makes so', () => {
    const made = stage();
    const create = { type: 'create', room: made.open.id, host: ana, inviteHash: 'hash', lobby: true } as const;
    made.room = null;
    expect(outcome(made.order(create))).toEqual(['room-created', 'lobby-set']);
    expect(made.open.lobby).toMatchObject({ by: null });
  });

  test('outlives the incarnation', () => {
    const made = lobby();
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    expect(outcome(made.join(ben))).toEqual(['knocked']);
  });

  test('lets in who waited when it is switched off, but for those who are barred', () => {
    const made = barred(lobby(), dan);
    made.join(ben);
    made.join(dan, { appeal: 'Sorry' });
    made.command(ana, { type: 'set-lobby', on: false });
    expect(waiting(made)).toEqual(['Dan']);
    expect(stillWaits(made.open, ben)).toBe(false);
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
  });
});

describe('who waits', () => {
  test('is whoever comes, from a place of their own that one knock takes', () => {
    const made = lobby();
    expect(outcome(made.join(ben))).toEqual(['knocked']);
    const { at } = made;
    expect(outcome(made.join(ben, { name: 'Benedict' }))).toEqual([]);
    expect(everyoneWaiting(made.open)).toEqual([{ principal: ben, name: 'Ben', at }]);
    expect(made.open.participants).not.toHaveProperty(ben);
  });

  test('is not who lets people in: a host never stands before the own lobby', () => {
    const made = lobby(ben);
    made.command(ana, { type: 'leave' });
    expect(standingIn(made.open, ana, 10).mustWait).toBeUndefined();
    expect(outcome(made.join(ana))).toEqual(['participant-joined']);
  });

  test('is nobody who is present: another device takes over', () => {
    const made = lobby(ben);
    expect(outcome(made.join(ben))).toEqual(['participant-taken-over']);
  });

  test.each([
    ['left', (made: Stage) => made.command(ben, { type: 'leave' })],
    [
      'was lost for good',
      (made: Stage) => {
        made.order({ type: 'lose-connection', participant: made.who(ben).id });
        made.tick(60_000);
        return made.order({ type: 'expire-lost', graceMs: 30_000 });
      },
    ],
  ])('is not who was in this incarnation and %s', (_how, go) => {
    const made = lobby(ben);
    go(made);
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
  });

  test('is who was in an incarnation before', () => {
    const made = lobby(ben);
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    made.join(ana);
    expect(outcome(made.join(ben))).toEqual(['knocked']);
  });

  test('is who was removed: may rejoin, through the lobby (semantics: removed)', () => {
    const made = lobby(ben);
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: false });
    expect(standingIn(made.open, ben, 10)).toMatchObject({ refusal: null, mustWait: true });
    expect(outcome(made.join(ben))).toEqual(['knocked']);
  });

  test('also before anybody is in, and on after an empty room was closed', () => {
    const made = lobby();
    made.command(ana, { type: 'leave' });
    expect(outcome(made.join(ben))).toEqual(['knocked']);
    made.order({ type: 'close-empty' });
    expect(waiting(made)).toEqual(['Ben']);
    made.join(ana);
    expect(outcome(made.command(ana, { type: 'admit', principal: ben }))).toEqual(['knock-answered']);
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
  });

  test('is refused where too many wait, where the room is full, and where it is locked', () => {
    const made = lobby();
    made.join(ben, { places: 1 });
    expect(outcome(made.join(cleo, { places: 1 }))).toBe('lobby-full');
    expect(outcome(made.join(cleo, { capacity: 1 }))).toBe('room-full');
    made.command(ana, { type: 'lock' });
    expect(outcome(made.join(cleo))).toBe('room-locked');
  });

  test('waits no longer when they withdraw, and withdrawing what was answered does nothing', () => {
    const made = lobby();
    made.join(ben);
    expect(outcome(made.order({ type: 'withdraw-knock', principal: ben, cause: 'cancelled' }))).toEqual([
      'knock-withdrawn',
    ]);
    expect(outcome(made.order({ type: 'withdraw-knock', principal: ben, cause: 'lost' }))).toEqual([]);
    made.join(ben);
    made.command(ana, { type: 'admit', principal: ben });
    expect(outcome(made.order({ type: 'withdraw-knock', principal: ben, cause: 'cancelled' }))).toEqual([]);
  });
});

describe('letting in', () => {
  test('one lets that one in and nobody else', () => {
    const made = lobby();
    made.join(ben);
    made.join(cleo);
    expect(outcome(made.command(ana, { type: 'admit', principal: ben }))).toEqual(['knock-answered']);
    expect([stillWaits(made.open, ben), stillWaits(made.open, cleo)]).toEqual([false, true]);
    expect(outcome(made.join(ben))).toEqual(['participant-joined']);
  });

  test('all lets everybody in but who is barred and asks to come back', () => {
    const made = barred(lobby(), dan);
    for (const principal of [ben, cleo]) made.join(principal);
    made.join(dan, { appeal: 'Sorry' });
    expect(outcome(made.command(ana, { type: 'admit', principal: 'all' }))).toEqual([
      'knock-answered',
      'knock-answered',
    ]);
    expect(waiting(made)).toEqual(['Dan']);
    expect(outcome(made.command(ana, { type: 'admit', principal: 'all' }))).toEqual([]);
  });

  test('lasts: who lost the connection meanwhile comes in on return', () => {
    const made = lobby();
    made.join(ben);
    const waitingSince = made.at;
    made.command(ana, { type: 'admit', principal: ben });
    expect(outcome(made.join(ben, { waitingSince }))).toEqual(['participant-joined']);
  });

  test('is undone by a lock, by a bar and by the end that come before they are in', () => {
    for (const [end, code] of [
      [(made: Stage) => made.command(ana, { type: 'lock' }), 'room-locked'],
      [(made: Stage) => made.command(ana, { type: 'end-room', reason: '', lock: false }), 'room-ended'],
    ] as const) {
      const made = lobby();
      made.join(ben);
      const waitingSince = made.at;
      made.command(ana, { type: 'admit', principal: ben });
      end(made);
      expect(outcome(made.join(ben, { waitingSince }))).toBe(code);
    }
  });
});

describe('turning away', () => {
  test('tells who waited by whom and why, once, also after a lost connection', () => {
    const made = lobby();
    made.join(ben);
    const waitingSince = made.at;
    const refused = made.command(ana, { type: 'refuse-entry', principal: ben, reason: 'Not today', bar: false });
    expect(outcome(refused)).toEqual(['knock-answered']);
    expect(made.open.turnedAway?.[ben]).toEqual({
      by: { participant: made.who(ana).id, name: 'Ana' },
      note: 'Not today',
      at: made.at,
    });
    expect(outcome(made.join(ben, { waitingSince }))).toBe('not-admitted');
    expect(outcome(made.join(ben))).toEqual(['knocked']);
    expect(made.open.turnedAway).toEqual({});
  });

  test('with bar shuts them out for good, in the same step', () => {
    const made = lobby();
    made.join(ben);
    const waitingSince = made.at;
    expect(outcome(made.command(ana, { type: 'refuse-entry', principal: ben, reason: '', bar: true }))).toEqual([
      'knock-answered',
      'principal-barred',
    ]);
    expect(outcome(made.join(ben, { waitingSince }))).toBe('not-admitted');
    expect(outcome(made.join(ben))).toBe('barred');
  });

  test.each([
    ['the lock', (made: Stage) => made.command(ana, { type: 'lock' }), 'room-locked'],
    ['the end', (made: Stage) => made.command(ana, { type: 'end-room', reason: '', lock: false }), 'room-ended'],
  ])('by %s dismisses all who wait', (_what, end, code) => {
    const made = lobby();
    made.join(ben);
    const waitingSince = made.at;
    end(made);
    expect(waiting(made)).toEqual([]);
    expect(outcome(made.join(ben, { waitingSince }))).toBe(code);
  });
});
