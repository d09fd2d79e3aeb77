import { describe, expect, test } from 'vitest';

import {
  admissionRefusal,
  barredEntry,
  doer,
  everyone,
  hosts,
  isAlone,
  isLastHost,
  mayIn,
  mayUnlock,
  others,
  participantOf,
  present,
  roleOf,
} from '#meeting/room/selectors.ts';
import { standingIn } from '#meeting/room/standing.ts';
import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import { Permission } from '#protocol/roles.ts';
import { ana, ben, cleo, dan, nobody, stage } from './stage.ts';

const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

describe('who is in a room', () => {
  test('everybody present, in the order in which they came', () => {
    const made = stage(ben, ana, cleo);
    expect(names(everyone(made.open))).toEqual(['Ben', 'Ana', 'Cleo']);
    expect(names(others(made.open, made.who(ana).id))).toEqual(['Ben', 'Cleo']);
    expect(names(hosts(made.open))).toEqual(['Ana']);
  });

  test('is found by principal and by participant, and nobody else is', () => {
    const made = stage(ana);
    expect(present(made.open, ana)).toBe(participantOf(made.open, made.who(ana).id));
    expect(present(made.open, ben)).toBeNull();
    expect(participantOf(made.open, nobody)).toBeNull();
  });

  test.each(['__proto__', 'constructor', 'toString'])('is never what every object inherits: %s', (id) => {
    const { open } = stage(ana);
    expect(participantOf(open, id as ParticipantId)).toBeNull();
    expect(barredEntry(open, id as PrincipalId)).toBeNull();
    expect(roleOf(open, id as PrincipalId)).toBe('guest');
  });

  test('whoever is alone has nobody beside them, lost or not', () => {
    const made = stage(ana, ben);
    const [first, second] = [made.who(ana).id, made.who(ben).id];
    expect(isAlone(made.open, first)).toBe(false);
    made.order({ type: 'lose-connection', participant: second });
    expect(isAlone(made.open, first)).toBe(false);
    made.command(ben, { type: 'leave' });
    expect(isAlone(made.open, first)).toBe(true);
    expect(isAlone(made.open, second)).toBe(false);
  });

  test('a doer carries the name of that moment', () => {
    const made = stage(ana);
    const before = doer(made.who(ana));
    made.command(ana, { type: 'rename', name: 'Ana Maria' });
    expect([before.name, doer(made.who(ana)).name]).toEqual(['Ana', 'Ana Maria']);
  });
});

describe('the last host', () => {
  test('is the only host present', () => {
    const made = stage(ana, ben);
    expect([ana, ben].map((who) => isLastHost(made.open, made.who(who).id))).toEqual([true, false]);
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    expect(isLastHost(made.open, made.who(ben).id)).toBe(true);
    made.join(ana);
    expect([ana, ben].map((who) => isLastHost(made.open, made.who(who).id))).toEqual([false, false]);
  });
});

describe('what a participant may do in the room', () => {
  test('follows from the role', () => {
    const made = stage(ana, ben);
    const held = (who: PrincipalId) => Permission.options.filter((what) => mayIn(made.open, made.who(who).id, what));
    expect(held(ana)).toEqual(Permission.options);
    expect(held(ben)).toEqual(['shareScreen', 'chat', 'publishAudio', 'publishVideo']);
  });

  test('is End, and no more, for a guest who is alone', () => {
    const made = stage(ben);
    const held = Permission.options.filter((what) => mayIn(made.open, made.who(ben).id, what));
    expect(held).toEqual(['endRoom', 'shareScreen', 'chat', 'publishAudio', 'publishVideo']);
  });

  test('is nothing for who is not present', () => {
    const made = stage(ana);
    expect(Permission.options.filter((what) => mayIn(made.open, nobody, what))).toEqual([]);
  });
});

describe('from outside', () => {
  test('a host may unlock, everybody else may not', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'end-room', reason: '', lock: true });
    expect([ana, ben, dan].map((who) => mayUnlock(made.open, who))).toEqual([true, false, false]);
  });

  test('the refusal to expect is the one that joining gets', () => {
    const made = stage(ana, ben);
    expect(admissionRefusal(made.open, dan, 3)).toBeNull();
    expect(admissionRefusal(made.open, dan, 2)).toBe('room-full');
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    made.command(ana, { type: 'end-room', reason: '', lock: true });
    expect([dan, ana, ben].map((who) => admissionRefusal(made.open, who, 2))).toEqual([
      'room-locked',
      'room-locked',
      'barred',
    ]);
    expect(barredEntry(made.open, ben)).toMatchObject({ name: 'Ben' });
  });

  test('the standing to show is what a join would find, and whoever is present finds everything open', () => {
    const made = stage(ana, ben);
    expect(standingIn(made.open, dan, 3)).toEqual({ role: 'guest', refusal: null, mayUnlock: false });
    expect(standingIn(made.open, dan, 2)).toMatchObject({ refusal: 'room-full' });
    made.command(ana, { type: 'lock' });
    expect(standingIn(made.open, dan, 3)).toMatchObject({ refusal: 'room-locked', mayUnlock: false });
    expect(standingIn(made.open, ana, 2)).toEqual({ role: 'host', refusal: null, mayUnlock: true });
    made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
    expect(standingIn(made.open, ben, 3)).toEqual({ role: 'guest', refusal: 'barred', mayUnlock: false });
    made.command(ana, { type: 'leave' });
    expect(standingIn(made.open, ana, 3)).toEqual({ role: 'host', refusal: 'room-locked', mayUnlock: true });
  });

  test('is to be there already, where duplicates are refused and nothing is lost', () => {
    const made = stage(ana, ben);
    expect(standingIn(made.open, ben, 3, 'refuse')).toMatchObject({ refusal: 'already-joined' });
    expect(standingIn(made.open, ben, 3, 'take-over')).toMatchObject({ refusal: null });
    made.order({ type: 'lose-connection', participant: made.who(ben).id });
    expect(standingIn(made.open, ben, 3, 'refuse')).toMatchObject({ refusal: null });
  });

  test('a room that is not open is never full', () => {
    expect(admissionRefusal(stage().open, dan, 0)).toBeNull();
  });
});
