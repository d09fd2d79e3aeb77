import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { joined, person } from '#tests/stage/room.ts';
import { OFF, ON, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const MEETING = joined([person(0), person(1, { role: 'host' })]);
const MUTED = snapshotOf(MEETING, { capture: { microphone: OFF, camera: OFF, screen: OFF } });
const banner = () => screen.queryByText('You are muted: nobody hears you.');
const talk = ({ engine }: Page, unheard: boolean): void =>
  act(() => engine.show({ local: { ...engine.view.local, unheard } }));
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

test('whoever talks while muted is told, for a little longer than they talk', async () => {
  const page = await openApp(MUTED);
  expect(banner()).toBeNull();
  talk(page, true);
  expect(banner()).toBeTruthy();
  talk(page, false);
  pass(3_000);
  talk(page, true);
  pass(10_000);
  expect(banner()).toBeTruthy();
  talk(page, false);
  pass(4_100);
  expect(banner()).toBeNull();
});

test('one press unmutes, and the banner is gone as soon as the microphone is wanted', async () => {
  const page = await openApp(MUTED);
  talk(page, true);
  fireEvent.click(screen.getByRole('button', { name: 'Unmute me' }));
  await expect.poll(() => page.asked('capture:want')).toEqual([{ kind: 'microphone', on: true }]);
  await page.push(snapshotOf(MEETING, { capture: { microphone: ON, camera: OFF, screen: OFF } }));
  expect(banner()).toBeNull();
});
