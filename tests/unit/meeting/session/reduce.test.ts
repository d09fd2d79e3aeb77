import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';
import type { Session, SessionPhase } from '#protocol/session.ts';
import type { SessionInput } from '#meeting/session/input.ts';
import { reduce } from '#meeting/session/reduce.ts';

import { AT, elsewhere, room, sessions, target, terminated, welcomed } from './fixtures.ts';

type Start = keyof typeof sessions;

const inputs = {
  open: { type: 'open', target: elsewhere },
  join: { type: 'join' },
  switch: { type: 'switch', target: elsewhere },
  attempt: { type: 'attempt', attempt: 4 },
  refused: { type: 'refused', error: { code: 'room-locked' }, mayUnlock: true, at: AT },
  welcomed,
  'room-changed': { type: 'room-changed', room: { ...room, rev: 8 } },
  'ice-servers': { type: 'ice-servers', iceServers: [{ urls: ['turn:turn.example.org'] }] },
  'connection-lost': { type: 'connection-lost', at: AT + 9 },
  waiting: { type: 'waiting', since: AT, clockOffset: 5, appeal: false },
  terminated: terminated(),
  left: { type: 'left', at: AT },
  cancel: { type: 'cancel', at: AT },
  standing: { type: 'standing', role: 'host', refusal: { code: 'room-locked' }, mayUnlock: true },
  unlocked: { type: 'unlocked' },
  released: { type: 'released' },
  dismiss: { type: 'dismiss' },
} as const satisfies { readonly [Type in SessionInput['type']]: SessionInput };

/** Where each input leads; what is not named leaves the session as it was. */
const ways: Readonly<Record<Start, Partial<Record<SessionInput['type'], SessionPhase>>>> = {
  idle: { open: 'preview' },
  preview: { join: 'joining', standing: 'preview', cancel: 'idle' },
  joining: {
    attempt: 'joining',
    waiting: 'joining',
    refused: 'preview',
    welcomed: 'joined',
    left: 'idle',
    cancel: 'idle',
  },
  joined: {
    'room-changed': 'joined',
    'ice-servers': 'joined',
    'connection-lost': 'reconnecting',
    terminated: 'over',
    left: 'over',
  },
  reconnecting: {
    attempt: 'reconnecting',
    refused: 'over',
    welcomed: 'joined',
    'room-changed': 'reconnecting',
    'ice-servers': 'reconnecting',
    terminated: 'over',
    left: 'over',
    cancel: 'over',
  },
  over: { released: 'over' },
  released: { open: 'preview', join: 'joining', standing: 'over', dismiss: 'idle' },
  switched: { open: 'preview', join: 'joining', switch: 'joining', standing: 'over', dismiss: 'idle' },
  crossing: {
    attempt: 'joining',
    waiting: 'joining',
    refused: 'over',
    welcomed: 'joined',
    left: 'idle',
    cancel: 'idle',
  },
};

const starts = Object.keys(sessions) as Start[];
const types = Object.keys(inputs) as SessionInput['type'][];

describe.each(starts)('a session that is %s', (start) => {
  const before: Session = sessions[start];
  const legal = ways[start];

  test.each(types.filter((type) => legal[type] !== undefined))('takes %s in', (type) => {
    const after = reduce(before, inputs[type]);
    expect(after.phase).toBe(legal[type]);
    expect(after).not.toBe(before);
  });

  test.each(types.filter((type) => legal[type] === undefined))('stays the very same on %s', (type) => {
    expect(reduce(before, inputs[type])).toBe(before);
  });
});

test('what was refused is said in preview, with whether one may lift the lock oneself', () => {
  expect(reduce(sessions.joining, inputs.refused)).toEqual({
    phase: 'preview',
    target,
    role: null,
    refusal: { code: 'room-locked' },
    mayUnlock: true,
  });
});

test('who waits to be let in is joining all the while, also without a connection', () => {
  const waiting = reduce({ ...sessions.joining, attempt: 3 }, inputs.waiting);
  expect(waiting).toEqual({
    ...sessions.joining,
    attempt: 1,
    waiting: { since: AT, clockOffset: 5, appeal: false, lost: false },
  });
  const lost = reduce(waiting, inputs['connection-lost']);
  expect(lost).toMatchObject({ phase: 'joining', waiting: { since: AT, lost: true } });
  expect(reduce(lost, inputs.waiting)).toEqual(waiting);
  expect(reduce(lost, inputs.welcomed)).not.toHaveProperty('waiting');
});

test('who was not let in reads by whom and why, and whether they may ask to come back', () => {
  const turnedAway = { by: null, note: 'Not today' };
  const refused = { ...inputs.refused, error: { code: 'not-admitted' }, turnedAway, mayAppeal: true } as const;
  expect(reduce(sessions.joining, refused)).toMatchObject({ phase: 'preview', turnedAway, mayAppeal: true });
  const standing = { ...inputs.standing, refusal: null, mustWait: true };
  expect(reduce(sessions.preview, standing)).toMatchObject({ phase: 'preview', mustWait: true });
});

test('what the room would say is said in preview before anything was tried', () => {
  const preview = { phase: 'preview', target } as const;
  const host = reduce(sessions.preview, inputs.standing);
  expect(host).toEqual({ ...preview, role: 'host', refusal: { code: 'room-locked' }, mayUnlock: true });
  const unlocked = reduce(host, inputs.unlocked);
  expect(unlocked).toEqual({ ...preview, role: 'host', refusal: null, mayUnlock: false });
  const gone = reduce(unlocked, { type: 'standing', role: null, refusal: { code: 'barred' }, mayUnlock: false });
  expect(gone).toMatchObject({ role: 'host', refusal: { code: 'barred' } });
});

test('what I will be stays known while joining, and after a refusal', () => {
  const host = reduce(sessions.preview, { ...inputs.standing, refusal: null });
  const joining = reduce(host, inputs.join);
  expect(joining).toEqual({ ...sessions.joining, role: 'host' });
  expect(reduce(joining, inputs.refused)).toMatchObject({ phase: 'preview', role: 'host' });
});

test('a lifted lock takes back the refusal that it caused, and no other', () => {
  const locked = reduce(sessions.joining, inputs.refused);
  expect(reduce(locked, inputs.unlocked)).toEqual(sessions.preview);
  const full = reduce(sessions.joining, { ...inputs.refused, error: { code: 'room-full' } });
  expect(reduce(full, inputs.unlocked)).toBe(full);
});

test('a lost connection keeps the meeting in view, and being let in again ends the reconnecting', () => {
  const lost = reduce(sessions.joined, inputs['connection-lost']);
  expect(lost).toEqual({ ...sessions.joined, phase: 'reconnecting', since: AT + 9, attempt: 1 });
  expect(reduce(lost, welcomed)).toEqual({ ...sessions.joined, clockOffset: 40 });
});

test('a rejoin goes to the same meeting, an open to the one it names', () => {
  expect(reduce(sessions.released, inputs.join)).toEqual({ phase: 'joining', target, role: null, attempt: 1 });
  expect(reduce(sessions.released, inputs.open)).toMatchObject({ phase: 'preview', target: elsewhere });
});

test.each<[ErrorCode, boolean]>([
  ['room-locked', false],
  ['barred', false],
  ['room-not-found', false],
  ['bad-invite', false],
  ['protocol-version', false],
  ['room-full', true],
])('a refusal while reconnecting (%s) is an exit with 1103 and the refusal beside it', (code, mayRejoin) => {
  const after = reduce(sessions.reconnecting, { ...inputs.refused, error: { code, detail: 'why' } });
  expect(after).toMatchObject({
    phase: 'over',
    exit: {
      reason: { code: 1103, type: 'JOIN_ROOM_FAILED' },
      error: { code, detail: 'why' },
      removal: null,
      mine: false,
      mayRejoin,
      released: false,
    },
  });
});

test('new credentials replace the ICE servers and nothing else, until the next welcome brings its own', () => {
  const { iceServers } = inputs['ice-servers'];
  const renewed = reduce(sessions.joined, inputs['ice-servers']);
  expect(renewed).toEqual({ ...sessions.joined, iceServers });
  const lost = reduce(renewed, inputs['connection-lost']);
  expect(lost).toMatchObject({ phase: 'reconnecting', iceServers });
  expect(reduce(lost, { ...welcomed, iceTransportPolicy: 'relay' })).toMatchObject({
    iceServers: [],
    iceTransportPolicy: 'relay',
  });
});
