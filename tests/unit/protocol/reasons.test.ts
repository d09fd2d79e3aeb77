import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { reasonOf } from '#meeting/reason.ts';
import { Reason, REASON_TYPES, REASONS } from '#protocol/reasons.ts';

/** The table of the semantics paper, written out again: a code that moves breaks clients that others wrote. */
const TABLE = {
  1001: 'WEBSOCKET_DISCONNECTED',
  1002: 'REMOVE_PEER',
  1003: 'REMOVE_PEER_VIEWER_MODE_CHANGED',
  1004: 'REMOVE_PEER_MEDIA_RELAY_STOP',
  1005: 'SWITCH_ROOM',
  1006: 'ROOM_CLOSE',
  1007: 'UNKNOWN',
  1008: 'REMOVE_ALL',
  1009: 'MEETING_END_API',
  1010: 'REMOVE_PEER_API',
  1011: 'DUPLICATE_PARTICIPANT',
  1101: 'MANUAL_LEAVE_CALLED',
  1102: 'CONNECTION_ATTEMPTS_EXHAUSTED',
  1103: 'JOIN_ROOM_FAILED',
  1104: 'SWITCH_ROOM_FAILED',
} as const;

const PAIRS = REASON_TYPES.flatMap((type) =>
  REASON_TYPES.filter((other) => other !== type).map((other) => [type, REASONS[other].code] as const),
);

describe('a reason', () => {
  test('is one of the fifteen of the semantics paper, by code and type', () => {
    expect(Object.fromEntries(REASON_TYPES.map((type) => [REASONS[type].code, type]))).toEqual(TABLE);
  });

  test.each(REASON_TYPES)('%s is valid with its own code', (type) => {
    const reason = reasonOf(type);
    expect(reason.message).not.toBe('');
    expect(v.parse(Reason, reason)).toEqual(reason);
    expect(v.parse(Reason, { ...reason, message: 'In other words' })).toMatchObject({ type });
  });

  test('is refused with the code of any other type', () => {
    const accepted = PAIRS.filter(([type, code]) => v.is(Reason, { ...reasonOf(type), code }));
    expect(PAIRS).toHaveLength(15 * 14);
    expect(accepted).toEqual([]);
  });

  test.each([
    ['no code', { type: 'UNKNOWN', message: '' }],
    ['no type', { code: 1007, message: '' }],
    ['no message', { code: 1007, type: 'UNKNOWN' }],
    ['a code in words', { code: '1007', type: 'UNKNOWN', message: '' }],
    ['an unknown type', { code: 1012, type: 'BORED', message: '' }],
    ['an inherited type', { code: 1007, type: 'constructor', message: '' }],
    ['something more', { ...reasonOf('UNKNOWN'), stack: '' }],
  ])('is refused with %s', (_what, reason) => {
    expect(v.is(Reason, reason)).toBe(false);
  });
});
