import { describe, expect, test } from 'vitest';

import type { Exit } from '#protocol/session.ts';
import { exitNotices } from '#meeting/session/notices.ts';
import { reduce } from '#meeting/session/reduce.ts';

import { AT, elsewhere, room, sessions, target, welcomed } from './fixtures.ts';

const LOCKED = { code: 'room-locked' } as const;

function exitOf(session: ReturnType<typeof reduce>): Exit {
  if (session.phase !== 'over') throw new Error(`is ${session.phase}`);
  return session.exit;
}

describe('leaving for another meeting', () => {
  test('is my own exit, 1005, from inside and while reconnecting', () => {
    for (const session of [sessions.joined, sessions.reconnecting]) {
      const exit = exitOf(reduce(session, { type: 'left', at: AT, switching: true }));
      expect(exit).toMatchObject({ reason: { code: 1005, type: 'SWITCH_ROOM' }, mine: true, mayRejoin: true });
    }
  });

  test('leads straight on only from such an exit, released', () => {
    expect(reduce(sessions.released, { type: 'switch', target: elsewhere })).toBe(sessions.released);
    const unreleased = { ...sessions.switched, exit: { ...sessions.switched.exit, released: false } };
    expect(reduce(unreleased, { type: 'switch', target: elsewhere })).toBe(unreleased);
    expect(reduce(sessions.switched, { type: 'switch', target: elsewhere })).toEqual(sessions.crossing);
  });

  test('ends in the other meeting like any join, and nothing is left of the first', () => {
    const joined = reduce(sessions.crossing, welcomed);
    expect(joined).toMatchObject({ phase: 'joined', target: elsewhere });
    expect(joined).not.toHaveProperty('switchedFrom');
  });
});

describe('a switch that failed', () => {
  const refused = { type: 'refused', error: LOCKED, mayUnlock: true, at: AT + 3 } as const;

  test('is over with 1104 at the meeting that was left, and says which one did not let me in and why', () => {
    const after = reduce(sessions.crossing, refused);
    expect(after).toMatchObject({ phase: 'over', target });
    expect(exitOf(after)).toMatchObject({
      reason: { code: 1104, type: 'SWITCH_ROOM_FAILED' },
      error: LOCKED,
      sought: elsewhere,
      mine: false,
      mayRejoin: true,
      released: false,
      at: AT + 3,
    });
  });

  test('leads back only where the meeting that was left would have let me in', () => {
    const locked = { ...sessions.joined, room: { ...room, lock: { by: null, at: AT } } };
    const left = reduce(reduce(locked, { type: 'left', at: AT, switching: true }), { type: 'released' });
    const crossing = reduce(left, { type: 'switch', target: elsewhere });
    expect(exitOf(reduce(crossing, { ...refused, error: { code: 'connection-failed' } })).mayRejoin).toBe(false);
  });

  test('is told once as that, after the meeting-left of the leave, and a second meeting-left never', () => {
    expect(exitNotices(exitOf(reduce(sessions.crossing, refused)))).toEqual([
      expect.objectContaining({
        type: 'switch-failed',
        reason: expect.objectContaining({ code: 1104 }),
        stillIn: false,
      }),
    ]);
    expect(exitNotices(exitOf(sessions.switched))).toMatchObject([{ type: 'meeting-left', reason: { code: 1005 } }]);
  });
});
