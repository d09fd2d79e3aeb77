import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { SessionIn } from '#protocol/session.ts';
import type { RemovedFromRoom } from '#protocol/wire/frame.ts';
import { reasonOf } from '#meeting/reason.ts';
import { mayHaveWayBack, offersRejoin } from '#meeting/session/exit.ts';
import type { SessionInput } from '#meeting/session/input.ts';
import { reduce } from '#meeting/session/reduce.ts';

import { AT, ending, removal, room, sessions, terminated } from './fixtures.ts';

const LET_IN: SessionInput = { type: 'standing', role: 'guest', refusal: null, mayUnlock: false };
const LOCKED: SessionInput = { type: 'standing', role: 'guest', refusal: { code: 'room-locked' }, mayUnlock: false };

/** Over and released, after these inputs to somebody inside. */
function over(...inputs: readonly SessionInput[]): SessionIn<'over'> {
  const inputsAndRelease: readonly SessionInput[] = [...inputs, { type: 'released' }];
  const session = inputsAndRelease.reduce(reduce, sessions.joined);
  if (session.phase !== 'over') throw new Error('not over');
  return session;
}

function then(session: SessionIn<'over'>, input: SessionInput): SessionIn<'over'> {
  const after = reduce(session, input);
  if (after.phase !== 'over') throw new Error('not over');
  return after;
}

const by = (type: ReasonType, frame: RemovedFromRoom | null, locked = false): SessionInput =>
  terminated({ reason: reasonOf(type), removal: frame, locked });

const inLocked: SessionInput = { type: 'room-changed', room: { ...room, lock: { by: null, at: AT } } };
const left: SessionInput = { type: 'left', at: AT };

describe('a way back', () => {
  test.each<[string, readonly SessionInput[], boolean, boolean]>([
    ['who left', [left], true, true],
    ['who left a locked room, which may be unlocked', [inLocked, left], true, false],
    ['who was removed', [by('REMOVE_PEER', removal)], true, true],
    ['who was removed from a locked room', [by('REMOVE_PEER', removal, true)], true, false],
    ['who was removed and barred', [by('REMOVE_PEER', { ...removal, locked: true })], false, false],
    ['those who were in an ended meeting', [by('REMOVE_ALL', ending)], true, true],
    ['those who were in one ended and locked', [by('REMOVE_ALL', { ...ending, locked: true })], false, false],
    ['who ended it and locked it', [by('REMOVE_ALL', null, true)], false, false],
    ['who continued on another device', [by('DUPLICATE_PARTICIPANT', null)], false, false],
  ])('of %s', (_who, inputs, asked, offered) => {
    const session = over(...inputs);
    expect([mayHaveWayBack(session.exit), offersRejoin(session)]).toEqual([asked, offered]);
    const told = then(session, LET_IN);
    expect(offersRejoin(told), 'the room would let them in').toBe(asked);
    expect(offersRejoin(then(session, LOCKED)), 'the room would not').toBe(false);
    expect(told === session, 'what is final is not asked about').toBe(!asked);
  });

  test.each<[ErrorCode, boolean]>([
    ['room-locked', true],
    ['room-full', true],
    ['barred', false],
    ['bad-invite', false],
    ['protocol-version', false],
  ])('of who was not let back in with %s is asked about: %s', (code, asked) => {
    const session = over(
      { type: 'connection-lost', at: AT },
      { type: 'refused', error: { code }, mayUnlock: false, at: AT },
    );
    expect(mayHaveWayBack(session.exit)).toBe(asked);
  });

  test('is what the room said last, and the same answer changes nothing', () => {
    const locked = then(over(left), LOCKED);
    expect(locked.wayBack).toEqual({ role: 'guest', refusal: { code: 'room-locked' }, mayUnlock: false });
    expect(reduce(locked, LOCKED)).toBe(locked);
    expect(offersRejoin(then(locked, LET_IN))).toBe(true);
    expect(locked.exit, 'the exit stays what it was').toBe(then(locked, LET_IN).exit);
  });

  test('is not heard of before everything is released', () => {
    const going = reduce(sessions.joined, left);
    expect(reduce(going, LET_IN)).toBe(going);
  });

  test('goes with the exit: a rejoin begins anew', () => {
    const again = reduce(then(over(left), LET_IN), { type: 'join' });
    expect(again).toEqual({ phase: 'joining', target: sessions.over.target, role: null, attempt: 1 });
  });
});
