import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Updates } from '#protocol/ipc/updates.ts';
import { sayUpdates } from '#renderer/features/updates/sayUpdates.ts';
import { createWords } from '#renderer/words/words.ts';
import { joined, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const READY: Updates = { state: 'ready', version: '2.0.0', onQuit: false };
const home = (updates: Updates) => snapshotOf({ phase: 'idle' }, { updates });

test('what is ready is offered at home: now, or when I quit', async () => {
  const page = await openApp(home(READY));
  expect(screen.getByText('Parley 2.0.0 is ready')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'When I quit' }));
  await expect.poll(() => page.asked('updates:when-i-quit')).toEqual([{}]);
  fireEvent.click(screen.getByRole('button', { name: 'Restart now' }));
  await expect.poll(() => page.asked('updates:restart')).toEqual([{}]);
  await page.push(home({ ...READY, onQuit: true }));
  expect(screen.queryByRole('button', { name: 'Restart now' })).toBeNull();
});

test('nobody is asked to restart in the middle of a meeting', async () => {
  await openApp(snapshotOf(joined([person(0), person(1)]), { updates: READY }));
  expect(screen.queryByText('Parley 2.0.0 is ready')).toBeNull();
});

test('a restart that would end a meeting of others is refused with what to do', async () => {
  const page = await openApp(home(READY));
  page.bridge.refuse('updates:restart', 'others-served');
  fireEvent.click(screen.getByRole('button', { name: 'Restart now' }));
  expect(await screen.findByText(/Try again when they are done/)).toBeTruthy();
});

test('every state has words of its own', () => {
  const { t } = createWords((key) => {
    throw new Error(`no words for ${key}`);
  });
  const states: readonly Updates[] = [
    { state: 'idle', checkedAt: null },
    { state: 'idle', checkedAt: 1 },
    { state: 'checking' },
    { state: 'downloading', version: '2.0.0', percent: 41 },
    READY,
    { ...READY, onQuit: true },
    ...(['development', 'unsupported', 'policy', 'bad-policy'] as const).map((why) => ({ state: 'off', why }) as const),
    ...(['unreachable', 'unreadable', 'tampered', 'not-written'] as const).map(
      (why) => ({ state: 'failed', why }) as const,
    ),
  ];
  const said = states.map((state) => sayUpdates(t, state));
  expect(new Set(said).size).toBe(states.length);
  expect(said[3]).toContain('41');
});
