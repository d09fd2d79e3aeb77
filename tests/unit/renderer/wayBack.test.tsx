import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';
import type { WayBack } from '#protocol/session.ts';
import { ROOM } from '#tests/stage/room.ts';
import { over, removalBy, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const removedFrom = (wayBack?: WayBack) => ({
  ...over('REMOVE_PEER', { removal: removalBy() }),
  ...(wayBack && { wayBack }),
});
const answer = (refusal: ErrorCode | null, but: Partial<WayBack> = {}): WayBack => ({
  role: 'guest',
  refusal: refusal === null ? null : { code: refusal },
  mayUnlock: false,
  ...but,
});
const rejoin = () => screen.queryByRole('button', { name: 'Rejoin' });

describe('the way back', () => {
  test.each<[ErrorCode, string]>([
    ['room-locked', 'The meeting is locked: nobody is let in right now.'],
    ['room-full', 'The meeting is full right now.'],
    ['barred', "You can't rejoin this meeting"],
    ['room-not-found', 'The meeting is not there any more.'],
    ['connection-failed', "The server can't be reached right now."],
    ['draining', "The server can't be reached right now."],
    ['protocol-version', 'speak different versions'],
  ])('is offered until the room says %s, which is then said instead', async (code, words) => {
    const page = await openApp(snapshotOf(removedFrom()));
    expect(rejoin()).toBeTruthy();
    await page.push(snapshotOf(removedFrom(answer(code))));
    expect(rejoin()).toBeNull();
    expect(screen.getByRole('dialog').textContent).toContain(words);
    expect(screen.getByRole('dialog').textContent).not.toContain('You can rejoin if you like.');
    await page.push(snapshotOf(removedFrom(answer(null))));
    expect(rejoin()).toBeTruthy();
    expect(screen.getByRole('dialog').textContent).not.toContain(words);
  });

  test('says that I come back as host where I would', async () => {
    await openApp(snapshotOf(removedFrom(answer(null, { role: 'host' }))));
    expect(screen.getByRole('dialog').textContent).toContain('You come back as host.');
  });

  test('through a lock that is mine to lift leads by the preview', async () => {
    const page = await openApp(snapshotOf(removedFrom(answer('room-locked', { role: 'host', mayUnlock: true }))));
    expect(rejoin()).toBeNull();
    expect(screen.getByRole('dialog').textContent).toContain('Open it to lift the lock and join.');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Open' }));
    await expect.poll(() => page.asked('session:reopen')).toEqual([{ server: 'meet.example.org', room: ROOM }]);
  });

  test('is asked for anew when the window is looked at again, and only where there may be one', async () => {
    const page = await openApp(snapshotOf(removedFrom()));
    fireEvent.focus(window);
    await expect.poll(() => page.asked('session:ask-way-back')).toEqual([{}]);
    await page.push(snapshotOf(over('DUPLICATE_PARTICIPANT', { mayRejoin: false })));
    fireEvent.focus(window);
    expect(page.asked('session:ask-way-back')).toHaveLength(1);
  });

  test('goes away without taking the focus along, and comes without taking it', async () => {
    const page = await openApp(snapshotOf(removedFrom()));
    await expect.poll(() => document.activeElement).toBe(rejoin());
    await page.push(snapshotOf(removedFrom(answer('room-locked'))));
    const home = screen.getByRole('button', { name: 'Back to home' });
    await expect.poll(() => document.activeElement).toBe(home);
    await page.push(snapshotOf(removedFrom(answer(null))));
    expect(document.activeElement).toBe(home);
  });

  test('after my own leave is honest on home too', async () => {
    const left = over('MANUAL_LEAVE_CALLED', { mine: true, mayRejoin: false });
    const page = await openApp(snapshotOf(left));
    expect(rejoin()).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('The meeting is locked: nobody is let in right now.');
    await page.push(snapshotOf({ ...left, wayBack: answer(null, { role: 'host' }) }));
    expect(rejoin()).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('You come back as host.');
  });
});

describe('the banner after my own leave', () => {
  test.each([
    ['Rejoin', 'session:rejoin'],
    ['Dismiss', 'session:dismiss'],
  ] as const)('says why where %s is refused', async (name, route) => {
    const page = await openApp(snapshotOf(over('MANUAL_LEAVE_CALLED', { mine: true })));
    page.bridge.refuse(route, 'unavailable');
    fireEvent.click(screen.getByRole('button', { name }));
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    expect(page.asked(route)).toHaveLength(1);
  });
});
