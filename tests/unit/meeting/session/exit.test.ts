import { describe, expect, test } from 'vitest';

import type { ReasonType } from '#protocol/reasons.ts';
import type { Exit } from '#protocol/session.ts';
import type { RemovedFromRoom } from '#protocol/wire/frame.ts';
import { reasonOf } from '#meeting/reason.ts';
import { reduce } from '#meeting/session/reduce.ts';

import { AT, ending, removal, room, sessions, terminated } from './fixtures.ts';

function exitAfter(type: ReasonType, frame: RemovedFromRoom | null, locked = false): Exit {
  const after = reduce(sessions.joined, terminated({ reason: reasonOf(type), removal: frame, locked }));
  if (after.phase !== 'over') throw new Error('not over');
  return after.exit;
}

interface Row {
  readonly what: string;
  readonly type: ReasonType;
  readonly removal: RemovedFromRoom | null;
  readonly locked?: boolean;
  readonly mine: boolean;
  readonly mayRejoin: boolean;
}

const rows: readonly Row[] = [
  { what: 'removed', type: 'REMOVE_PEER', removal, mine: false, mayRejoin: true },
  {
    what: 'removed and barred',
    type: 'REMOVE_PEER',
    removal: { ...removal, locked: true },
    mine: false,
    mayRejoin: false,
  },
  { what: 'removed from a locked room', type: 'REMOVE_PEER', removal, locked: true, mine: false, mayRejoin: false },
  { what: 'removed through the API', type: 'REMOVE_PEER_API', removal, mine: false, mayRejoin: true },
  { what: 'ended by somebody', type: 'REMOVE_ALL', removal: ending, mine: false, mayRejoin: true },
  {
    what: 'ended and locked by somebody',
    type: 'REMOVE_ALL',
    removal: { ...ending, locked: true },
    mine: false,
    mayRejoin: false,
  },
  { what: 'ended by me', type: 'REMOVE_ALL', removal: null, mine: true, mayRejoin: true },
  { what: 'ended and locked by me', type: 'REMOVE_ALL', removal: null, locked: true, mine: true, mayRejoin: false },
  { what: 'ended through the API', type: 'MEETING_END_API', removal: ending, mine: false, mayRejoin: true },
  { what: 'closed by policy', type: 'ROOM_CLOSE', removal: ending, mine: false, mayRejoin: true },
  { what: 'closed by policy, untold', type: 'ROOM_CLOSE', removal: null, mine: false, mayRejoin: true },
  { what: 'gone for an unknown reason', type: 'UNKNOWN', removal: null, mine: false, mayRejoin: true },
  {
    what: 'taken over by my other device',
    type: 'DUPLICATE_PARTICIPANT',
    removal: null,
    mine: false,
    mayRejoin: false,
  },
  { what: 'left', type: 'MANUAL_LEAVE_CALLED', removal: null, mine: true, mayRejoin: true },
  {
    what: 'left a locked room',
    type: 'MANUAL_LEAVE_CALLED',
    removal: null,
    locked: true,
    mine: true,
    mayRejoin: false,
  },
  { what: 'went to another room', type: 'SWITCH_ROOM', removal: null, mine: true, mayRejoin: true },
  {
    what: 'moved to the viewers',
    type: 'REMOVE_PEER_VIEWER_MODE_CHANGED',
    removal: null,
    mine: false,
    mayRejoin: true,
  },
  { what: 'no room on the stage', type: 'REMOVE_PEER_MEDIA_RELAY_STOP', removal: null, mine: false, mayRejoin: true },
];

describe('an exit', () => {
  test.each(rows)('$what: mine $mine, may rejoin $mayRejoin', ({ type, removal, locked, mine, mayRejoin }) => {
    expect(exitAfter(type, removal, locked)).toEqual({
      reason: reasonOf(type),
      removal,
      error: null,
      mine,
      mayRejoin,
      at: AT + 1,
      released: false,
    });
  });

  test('by an unknown remover stays a removal (semantics rule 5)', () => {
    const exit = exitAfter('REMOVE_PEER', { ...removal, peerWhoRemoved: null });
    expect(exit.removal).toMatchObject({ roomWasEnded: false, peerWhoRemoved: null });
    expect(exit.mine).toBe(false);
  });

  test('is the first of two that race (semantics rule 1)', () => {
    const byRemoval = reduce(sessions.joined, terminated());
    expect(reduce(byRemoval, terminated({ reason: reasonOf('REMOVE_ALL'), removal: ending }))).toBe(byRemoval);
    const byLeave = reduce(sessions.joined, { type: 'left', at: AT });
    expect(reduce(byLeave, terminated())).toBe(byLeave);
  });

  test('of my own leave is mine while reconnecting too (semantics rule 7)', () => {
    const after = reduce(sessions.reconnecting, { type: 'left', at: AT });
    expect(after).toMatchObject({ exit: { reason: { code: 1101 }, mine: true, mayRejoin: true, at: AT } });
  });

  test('of reconnecting given up is 1102 and not passed off as a leave', () => {
    const after = reduce(sessions.reconnecting, { type: 'cancel', at: AT });
    expect(after).toMatchObject({ exit: { reason: { code: 1102 }, mine: false, mayRejoin: true } });
  });

  test('from a room known to be locked offers no way back', () => {
    const locked = { ...sessions.reconnecting, room: { ...room, lock: { by: null, at: AT } } };
    for (const type of ['left', 'cancel'] as const) {
      expect(reduce(locked, { type, at: AT })).toMatchObject({ exit: { mayRejoin: false } });
    }
  });
});
