import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { type ReasonType, REASON_TYPES } from '#protocol/reasons.ts';
import type { Exit } from '#protocol/session.ts';
import { exitKind } from '#renderer/features/over/exitKind.ts';
import type { RoomId } from '#protocol/ids.ts';
import { idOf, THERE } from '#tests/stage/room.ts';
import { exitBy, over, removalBy, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, OUTSIDE_CALLS } from './support.tsx';

interface Row {
  readonly type: ReasonType;
  readonly but?: Partial<Exit>;
  readonly title: string;
  /** Who, or what. */
  readonly says: string;
  readonly also?: string;
  readonly rejoin: boolean;
}

const ended = (but = {}) => removalBy({ roomWasEnded: true, ...but });
const ANA = 'Ana Ferreira';

const ROWS: readonly Row[] = [
  {
    type: 'WEBSOCKET_DISCONNECTED',
    title: 'Connection lost',
    says: 'did not come back in time',
    rejoin: true,
  },
  {
    type: 'REMOVE_PEER',
    but: { removal: removalBy({ reason: 'Wrong meeting' }) },
    title: 'You were removed from the meeting',
    says: `${ANA} removed you from the meeting.`,
    also: 'Wrong meeting',
    rejoin: true,
  },
  {
    type: 'REMOVE_PEER',
    but: { removal: removalBy({ locked: true }), mayRejoin: false },
    title: 'You were removed from the meeting',
    says: `${ANA} removed you from the meeting.`,
    also: "You can't rejoin this meeting.",
    rejoin: false,
  },
  {
    type: 'REMOVE_PEER',
    but: { removal: removalBy({ peerWhoRemoved: null }) },
    title: 'You were removed from the meeting',
    says: 'Who did it is not known.',
    rejoin: true,
  },
  { type: 'REMOVE_PEER', title: 'You were removed from the meeting', says: 'Who did it is not known.', rejoin: true },
  {
    type: 'REMOVE_PEER_VIEWER_MODE_CHANGED',
    title: 'You moved between speaker and viewer',
    says: 'Join again to take the new one.',
    rejoin: true,
  },
  {
    type: 'REMOVE_PEER_MEDIA_RELAY_STOP',
    title: 'There is no room for you to speak',
    says: 'limited to fewer speakers',
    rejoin: true,
  },
  {
    type: 'ROOM_CLOSE',
    title: 'The meeting was closed',
    says: 'time limit',
    also: 'Joining again opens it anew.',
    rejoin: true,
  },
  {
    type: 'ROOM_CLOSE',
    but: { policy: 'duration', removal: ended({ peerWhoRemoved: null }) },
    title: 'The meeting was closed',
    says: 'The meeting reached its time limit.',
    also: 'Joining again opens it anew.',
    rejoin: true,
  },
  {
    type: 'ROOM_CLOSE',
    but: { policy: 'no-host', removal: ended({ peerWhoRemoved: null }) },
    title: 'The meeting was closed',
    says: 'without a host for too long',
    rejoin: true,
  },
  {
    type: 'ROOM_CLOSE',
    but: { policy: 'shutdown', removal: ended({ peerWhoRemoved: null }) },
    title: 'The meeting was closed',
    says: 'server of the meeting was shut down',
    rejoin: true,
  },
  {
    type: 'ROOM_CLOSE',
    but: { policy: 'alone' },
    title: 'You left, because nobody else was here',
    says: 'You were alone in the meeting',
    also: 'You can rejoin if you like.',
    rejoin: true,
  },
  {
    type: 'UNKNOWN',
    title: 'You are no longer in the meeting',
    says: 'The server gave no reason.',
    rejoin: true,
  },
  {
    type: 'UNKNOWN',
    but: { removal: removalBy({ peerWhoRemoved: null }) },
    title: 'You were removed from the meeting',
    says: 'Who did it is not known.',
    rejoin: true,
  },
  {
    type: 'REMOVE_ALL',
    but: { removal: ended({ reason: 'Lunch is ready' }) },
    title: 'The meeting was ended',
    says: `${ANA} ended the meeting for everyone.`,
    also: 'Lunch is ready',
    rejoin: true,
  },
  {
    type: 'REMOVE_ALL',
    but: { removal: ended({ locked: true }), mayRejoin: false },
    title: 'The meeting was ended',
    says: `${ANA} ended the meeting for everyone.`,
    also: "it can't be rejoined",
    rejoin: false,
  },
  {
    type: 'REMOVE_ALL',
    but: { removal: ended({ peerWhoRemoved: null }) },
    title: 'The meeting was ended',
    says: 'Who ended it is not known.',
    rejoin: true,
  },
  {
    type: 'MEETING_END_API',
    but: { removal: ended({ peerWhoRemoved: null }) },
    title: 'The meeting was ended',
    says: 'An administrator ended the meeting',
    rejoin: true,
  },
  {
    type: 'REMOVE_PEER_API',
    but: { removal: removalBy({ peerWhoRemoved: null }) },
    title: 'You were removed from the meeting',
    says: 'An administrator removed you',
    rejoin: true,
  },
  {
    type: 'DUPLICATE_PARTICIPANT',
    but: { mayRejoin: false },
    title: 'Continued on another device',
    says: 'You joined from another device',
    rejoin: false,
  },
  {
    type: 'CONNECTION_ATTEMPTS_EXHAUSTED',
    title: 'Connection lost',
    says: 'gave up',
    rejoin: true,
  },
  {
    type: 'JOIN_ROOM_FAILED',
    but: { error: { code: 'barred' }, mayRejoin: false },
    title: 'You could not get back in',
    says: "doesn't let you back in",
    rejoin: false,
  },
  {
    type: 'SWITCH_ROOM_FAILED',
    but: { error: { code: 'connection-failed' } },
    title: 'The other meeting could not be joined',
    says: 'can not be reached',
    rejoin: true,
  },
  {
    type: 'SWITCH_ROOM_FAILED',
    but: { error: { code: 'room-locked' }, sought: { ...THERE, room: 'bqz-hdul-mre' as RoomId } },
    title: 'The other meeting could not be joined',
    says: 'for bqz-hdul-mre, which did not let you in. You are out of both. The meeting is locked',
    also: 'Rejoin takes you back to the first one.',
    rejoin: true,
  },
];

for (const [index, { type, but = {}, title, says, also, rejoin }] of ROWS.entries()) {
  test(`row ${index + 1}: ${type} is told as "${title}" (${says})`, async () => {
    await openApp(snapshotOf(over(type, but)));
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    const dialog = screen.getByRole('dialog', { name: title });
    expect(dialog.textContent).toContain(says);
    expect(dialog.textContent).toContain(also ?? title);
    expect(within(dialog).queryAllByRole('button', { name: 'Rejoin' })).toHaveLength(rejoin ? 1 : 0);
    expect(within(dialog).getByRole('button', { name: 'Back to home' })).toBeTruthy();
  });
}

const OWN: readonly ReasonType[] = ['MANUAL_LEAVE_CALLED', 'SWITCH_ROOM', 'REMOVE_ALL'];

test('every reason has a row, or is my own doing', () => {
  const told = new Set([...ROWS.map(({ type }) => type), ...OWN]);
  expect(REASON_TYPES.filter((type) => !told.has(type))).toEqual([]);
});

for (const type of OWN) {
  test(`${type} by my own doing opens no dialog; home says so`, async () => {
    await openApp(snapshotOf(over(type, { mine: true })));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Rejoin' })).toBeTruthy();
  });
}

test('after my own end with a lock there is no way back on home', async () => {
  await openApp(snapshotOf(over('REMOVE_ALL', { mine: true, mayRejoin: false })));
  expect(screen.getByText('You ended the meeting for everyone and locked it', OUTSIDE_CALLS)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Rejoin' })).toBeNull();
});

test('an unknown remover does not turn a removal into an end (semantics rule 5)', () => {
  expect(exitKind(exitBy('REMOVE_PEER', { removal: removalBy({ peerWhoRemoved: null }) }))).toBe('removed');
  expect(exitKind(exitBy('UNKNOWN', { removal: removalBy({ peerWhoRemoved: null }) }))).toBe('removed');
  expect(exitKind(exitBy('UNKNOWN', { removal: removalBy({ peerWhoRemoved: null, roomWasEnded: true }) }))).toBe(
    'ended',
  );
});

test('code, type and time are folded under Details', async () => {
  await openApp(snapshotOf(over('JOIN_ROOM_FAILED', { error: { code: 'room-full', detail: 'the room is full' } })));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).queryByText('1103')).toBeNull();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Details' }));
  expect((await within(dialog).findByText('1103')).closest('[hidden]')).toBeNull();
  expect(within(dialog).getByText('JOIN_ROOM_FAILED')).toBeTruthy();
  expect(within(dialog).getByText('room-full: the room is full')).toBeTruthy();
});

test('the exit is announced assertively, once', async () => {
  await openApp(snapshotOf(over('REMOVE_PEER', { removal: removalBy() })));
  const assertive = document.querySelector('[aria-live=assertive]');
  await expect.poll(() => assertive?.textContent).toContain('You were removed from the meeting');
  expect(assertive?.querySelectorAll('p')).toHaveLength(1);
});

test('reading it asks main to forget it; rejoining asks main to rejoin', async () => {
  const page = await openApp(snapshotOf(over('REMOVE_PEER', { removal: removalBy() })));
  fireEvent.click(screen.getByRole('button', { name: 'Rejoin' }));
  await expect.poll(() => page.asked('session:rejoin')).toEqual([{}]);
  fireEvent.click(screen.getByRole('button', { name: 'Back to home' }));
  await expect.poll(() => page.asked('session:dismiss')).toEqual([{}]);
});

test('what somebody wrote as a reason is shown as they wrote it and never read as anything else', async () => {
  const reason = '{{name}} $t(common.close) <b>x</b>\nsecond line';
  const name = '$t(common.leave) {{note}}';
  await openApp(
    snapshotOf(over('REMOVE_PEER', { removal: removalBy({ reason, peerWhoRemoved: { participant: idOf(0), name } }) })),
  );
  const dialog = screen.getByRole('dialog');
  expect(dialog.querySelector('blockquote')?.textContent).toBe(reason);
  expect(dialog.textContent).toContain(`${name} removed you from the meeting.`);
});
