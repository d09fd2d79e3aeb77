import { act, render } from '@testing-library/react';
import { StrictMode, useEffect } from 'react';
import { expect, test, vi } from 'vitest';

import type { Notice } from '#protocol/ipc/notice.ts';
import type { Session } from '#protocol/session.ts';
import { REASONS } from '#protocol/reasons.ts';
import { type Meeting, type StayHandlers, useMeeting } from '#renderer/features/meeting/useMeeting.ts';
import { HERE, idOf, joined, NOW, person, reconnecting, THERE } from '#tests/stage/room.ts';
import { over, removalBy, snapshotOf } from '#tests/stage/snapshot.ts';

import { openPage } from './support.tsx';

const HOST = person(0, { role: 'host' });
const TOGETHER = joined([HOST, person(1)]);
const AS_GUEST = joined([person(0), person(1, { role: 'host' })]);
const PREVIEW: Session = { phase: 'preview', target: THERE, role: null, refusal: null, mayUnlock: false };

const OUTSIDE: readonly (readonly [string, Session])[] = [
  ['idle', { phase: 'idle' }],
  ['preview', PREVIEW],
  ['joining', { phase: 'joining', target: THERE, role: null, attempt: 1 }],
  ['over', over('MANUAL_LEAVE_CALLED', { mine: true })],
];

const LEFT: Notice = { type: 'meeting-left', reason: { ...REASONS.REMOVE_ALL, type: 'REMOVE_ALL' }, at: NOW };
const GONE: Notice = {
  type: 'participant-left',
  participantId: idOf(1),
  name: 'Ben',
  reason: { ...REASONS.MANUAL_LEAVE_CALLED, type: 'MANUAL_LEAVE_CALLED' },
  at: NOW,
};

async function use(session: Session, handlers: StayHandlers = {}) {
  const page = await openPage(snapshotOf(session));
  const seen: Meeting[] = [];
  function Probe() {
    const meeting = useMeeting(handlers);
    useEffect(() => {
      seen.push(meeting);
    }, [meeting]);
    return null;
  }
  const view = render(page.wrap(<Probe />), { wrapper: StrictMode });
  const now = (): Meeting => {
    const newest = seen.at(-1);
    if (!newest) throw new Error('not drawn yet');
    return newest;
  };
  /** Takes the component off the page and lets what follows from that happen. */
  const unmount = (): Promise<void> => act(async () => view.unmount());
  return { page, meeting: now, unmount, view, Probe };
}

function InMeeting() {
  useMeeting();
  return null;
}

for (const [phase, session] of OUTSIDE) {
  test(`in ${phase}, leave, end, endRoom and remove are refused with not-joined, and nothing is asked of main`, async () => {
    const { page, meeting } = await use(session);
    const refused = { ok: false, error: { code: 'not-joined' } };
    expect(await meeting().leave()).toEqual(refused);
    expect(await meeting().end()).toEqual(refused);
    expect(await meeting().endRoom({ reason: 'x', lock: true })).toEqual(refused);
    expect(await meeting().remove(idOf(1))).toEqual(refused);
    expect(page.bridge.asked.filter(({ route }) => route.startsWith('room:'))).toEqual([]);
  });

  test(`in ${phase}, unmounting leaves nothing and asks nothing of main`, async () => {
    const { page, unmount } = await use(session);
    await unmount();
    expect(page.bridge.asked.filter(({ route }) => route.startsWith('room:'))).toEqual([]);
  });
}

test('end is endRoom with its defaults', async () => {
  const { page, meeting } = await use(TOGETHER);
  await meeting().end();
  await meeting().endRoom({ reason: 'Lunch', lock: true });
  expect(page.asked('room:end')).toEqual([
    { reason: '', lock: false },
    { reason: 'Lunch', lock: true },
  ]);
});

test('leave and remove pass on what they are given, and nothing else', async () => {
  const { page, meeting } = await use(TOGETHER);
  await meeting().leave({ handOverTo: idOf(1) });
  await meeting().leave();
  await meeting().remove(idOf(1));
  await meeting().remove(idOf(1), { reason: 'Enough', bar: true });
  expect(page.asked('room:leave')).toEqual([{ handOverTo: idOf(1) }, {}]);
  expect(page.asked('room:remove')).toEqual([
    { participant: idOf(1), reason: '', bar: false },
    { participant: idOf(1), reason: 'Enough', bar: true },
  ]);
});

test('a refusal of main is handed on as it is', async () => {
  const { page, meeting } = await use(reconnecting(TOGETHER));
  page.bridge.refuse('room:end', 'offline');
  expect(await meeting().end()).toEqual({ ok: false, error: { code: 'offline' } });
});

test('unmounting in the meeting leaves, once, also under StrictMode', async () => {
  const { page, unmount } = await use(TOGETHER);
  expect(page.asked('room:leave')).toEqual([]);
  await unmount();
  expect(page.asked('room:leave')).toEqual([{}]);
});

test('unmounting while reconnecting leaves as well (semantics rule 7)', async () => {
  const { page, unmount } = await use(reconnecting(TOGETHER));
  await unmount();
  expect(page.asked('room:leave')).toEqual([{}]);
});

test('drawing anew, and being taken out and put back at once, leave nothing', async () => {
  const { page, view, Probe } = await use(TOGETHER);
  await act(async () => view.rerender(page.wrap(<Probe />)));
  await act(async () => view.rerender(page.wrap(<Probe key="put back" />)));
  expect(page.asked('room:leave')).toEqual([]);
});

test('while one of several components is still there, the meeting is not left', async () => {
  const page = await openPage(snapshotOf(TOGETHER));
  const view = render(page.wrap([<InMeeting key="a" />, <InMeeting key="b" />]));
  await act(async () => view.rerender(page.wrap([<InMeeting key="a" />])));
  expect(page.asked('room:leave')).toEqual([]);
  await act(async () => view.rerender(page.wrap([])));
  expect(page.asked('room:leave')).toEqual([{}]);
});

test('unmounting once the session is over asks nothing of main', async () => {
  const { page, unmount } = await use(TOGETHER);
  await page.push(snapshotOf(over('REMOVE_ALL', { released: false })));
  await unmount();
  expect(page.asked('room:leave')).toEqual([]);
});

test('each handler is called exactly once for each notice, and the removal before the leaving', async () => {
  const heard: string[] = [];
  const { page } = await use(TOGETHER, {
    onParticipantLeft: ({ name }) => heard.push(`${name} left`),
    onRemovedFromRoom: ({ roomWasEnded }) => heard.push(`removed, ended: ${String(roomWasEnded)}`),
    onMeetingLeft: ({ reason }) => heard.push(`left: ${reason.code}`),
  });
  await page.tell(GONE);
  await page.push(snapshotOf(over('REMOVE_ALL')));
  await page.tell(removalBy({ roomWasEnded: true }), LEFT);
  expect(heard).toEqual(['Ben left', 'removed, ended: true', 'left: 1008']);
});

test('a component that goes because the stay is over is still told how, once, and then listens no more', async () => {
  const onMeetingLeft = vi.fn<() => void>();
  const onRemovedFromRoom = vi.fn<() => void>();
  const onParticipantLeft = vi.fn<() => void>();
  const { page, unmount } = await use(TOGETHER, { onMeetingLeft, onRemovedFromRoom, onParticipantLeft });
  const before = page.bridge.listeners;
  await page.push(snapshotOf(over('REMOVE_PEER')));
  await unmount();
  await page.tell(removalBy(), LEFT);
  await page.tell(GONE, LEFT);
  expect(onRemovedFromRoom).toHaveBeenCalledTimes(1);
  expect(onMeetingLeft).toHaveBeenCalledTimes(1);
  expect(onParticipantLeft).not.toHaveBeenCalled();
  expect(page.bridge.listeners).toBe(before - 1);
});

test('a component that goes in the middle of a meeting in which others stay is told nothing any more', async () => {
  const onMeetingLeft = vi.fn<() => void>();
  const page = await openPage(snapshotOf(TOGETHER));
  function Goes() {
    useMeeting({ onMeetingLeft });
    return null;
  }
  const view = render(page.wrap([<InMeeting key="stays" />, <Goes key="goes" />]));
  await act(async () => view.rerender(page.wrap([<InMeeting key="stays" />])));
  await page.tell(LEFT);
  expect(onMeetingLeft).not.toHaveBeenCalled();
});

test('the newest handler is the one that is called', async () => {
  const page = await openPage(snapshotOf(TOGETHER));
  const heard: string[] = [];
  function Probe({ word }: { readonly word: string }) {
    useMeeting({ onMeetingLeft: () => heard.push(word) });
    return null;
  }
  const view = render(page.wrap(<Probe word="old" />));
  await act(async () => view.rerender(page.wrap(<Probe word="new" />)));
  await page.tell(LEFT);
  expect(heard).toEqual(['new']);
});

test('may answers by role in the room, and End also to whoever is alone', async () => {
  const host = await use(TOGETHER);
  expect(host.meeting().may('endRoom')).toBe(true);
  expect(host.meeting().may('removeOthers')).toBe(true);
  const guest = await use(AS_GUEST);
  expect(guest.meeting().may('endRoom')).toBe(false);
  expect(guest.meeting().may('removeOthers')).toBe(false);
  const alone = await use(joined([person(0)]));
  expect(alone.meeting().may('endRoom')).toBe(true);
  expect(alone.meeting().may('removeOthers')).toBe(false);
});

test('may answers in preview by the role that awaits me', async () => {
  const mine = await use({ ...PREVIEW, role: 'host' });
  expect(mine.meeting().may('endRoom')).toBe(true);
  const theirs = await use({ ...PREVIEW, target: HERE, role: 'guest' });
  expect(theirs.meeting().may('endRoom')).toBe(false);
});

test('may follows the room: handing over takes the right away', async () => {
  const { page, meeting } = await use(TOGETHER);
  await page.push(snapshotOf(AS_GUEST));
  expect(meeting().may('endRoom')).toBe(false);
});
