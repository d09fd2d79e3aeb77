import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import { createAnnouncer } from '#renderer/app/announcer.ts';
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { createSnapshotStore } from '#renderer/bridge/snapshotStore.ts';
import { settledBridge } from '#renderer/bridge/settledBridge.ts';
import { useMeeting } from '#renderer/features/meeting/useMeeting.ts';
import { fakeBridge } from '#tests/stage/fakeBridge.ts';
import { joined, person, THERE } from '#tests/stage/room.ts';
import { over, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, openPage } from './support.tsx';

const HOME = snapshotOf({ phase: 'idle' });
const TWO = joined([person(0, { role: 'host' }), person(1)]);

test('a snapshot that was pushed is not overwritten by an older answer', async () => {
  const bridge = fakeBridge(HOME);
  const answer = bridge.hold('app:snapshot');
  const store = createSnapshotStore(bridge);
  const newer = snapshotOf(TWO);
  bridge.push('snapshot', newer);
  answer();
  await Promise.resolve();
  expect(store.get()).toBe(newer);
});

test('a request that main can not answer settles as a failure instead of rejecting', async () => {
  const bridge = settledBridge({
    request: () => Promise.reject(new Error('gone')),
    on: () => () => undefined,
  });
  expect(await bridge.request('session:create', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('focus goes to the heading of each new screen', async () => {
  const page = await openApp(HOME);
  await page.push(snapshotOf({ phase: 'joining', target: THERE, role: null, attempt: 1 }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Joining the meeting' }));
  await page.push(snapshotOf(TWO));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  await page.push(snapshotOf(over('MANUAL_LEAVE_CALLED', { mine: true })));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Start or join a meeting' }));
});

test('the window is named after the meeting, and only as long as I am in it', async () => {
  const page = await openApp(snapshotOf(TWO));
  expect(document.title).toBe('kfr-wmbe-tqa – Parley');
  await page.push(HOME);
  expect(document.title).toBe('Parley');
});

test('a fault in drawing says so, tells the log once, leaves the meeting, and can be drawn again', async () => {
  const page = await openPage(snapshotOf(TWO));
  const onError = vi.fn<(error: unknown, where: string) => void>();
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let faulty = true;
  function Faulty() {
    useMeeting();
    if (faulty && page.parley.store.get()?.prompt) throw new Error('a fault');
    return <p>the meeting</p>;
  }
  render(
    page.wrap(
      <ErrorBoundary onError={onError}>
        <Faulty />
      </ErrorBoundary>,
    ),
  );
  await page.push(snapshotOf(TWO, { prompt: { id: 'q', kind: 'quit' } }));
  expect(screen.getByRole('heading', { name: 'This window lost its place' })).toBeTruthy();
  expect(onError).toHaveBeenCalledTimes(1);
  await expect.poll(() => page.asked('room:leave')).toEqual([{}]);
  faulty = false;
  await act(async () => screen.getByRole('button', { name: 'Show Parley again' }).click());
  expect(screen.getByText('the meeting')).toBeTruthy();
  quiet.mockRestore();
});

test('what is said goes away by itself, the oldest first, and never piles up', () => {
  vi.useFakeTimers();
  const announcer = createAnnouncer(1000);
  for (const text of ['a', 'b', 'c', 'd', 'e']) announcer.say(text);
  expect(announcer.get().map(({ text }) => text)).toEqual(['b', 'c', 'd', 'e']);
  vi.advanceTimersByTime(999);
  expect(announcer.get()).toHaveLength(4);
  vi.advanceTimersByTime(1);
  expect(announcer.get()).toEqual([]);
  vi.useRealTimers();
});
