import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Incarnation } from '#protocol/ids.ts';
import { roomNews } from '#renderer/features/meeting/roomNews.ts';
import { joined, nameOf, NOW, person, reconnecting, roomOf, THERE } from '#tests/stage/room.ts';
import { OFF, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const HOST = person(0, { role: 'host' });
const TWO = joined([HOST, person(1)]);
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
const polite = (): string => document.querySelector('[aria-live=polite]')?.textContent ?? '';

test('who comes is said politely; at the beginning only that I am in', async () => {
  const page = await openApp(snapshotOf(TWO));
  expect(polite()).toBe('You joined the meeting');
  await page.push(snapshotOf(joined([HOST, person(1), person(2)])));
  expect(polite()).toContain(`${nameOf(2)} joined`);
});

test('a lock and its end are news; nothing is news twice', () => {
  const asHost = joined([HOST, person(1)]);
  const locked = joined([HOST, person(1)], { room: roomOf([HOST, person(1)], { lock: { by: null, at: NOW } }) });
  expect(roomNews(asHost, locked).map(({ key }) => key)).toEqual(['locked']);
  expect(roomNews(locked, asHost).map(({ key }) => key)).toEqual(['unlocked']);
  expect(roomNews(asHost, asHost)).toEqual([]);
});

test('a new stay begins anew: nobody who is there already is announced', () => {
  const next = joined([HOST, person(1), person(2)], { incarnation: 'incarnation-2' as Incarnation });
  expect(roomNews(TWO, next).map(({ key }) => key)).toEqual(['youJoined']);
});

test('many who come at once are not called out one by one', () => {
  const many = joined([HOST, ...Array.from({ length: 20 }, (_, index) => person(index + 1))]);
  expect(roomNews(joined([HOST]), many).length).toBeLessThanOrEqual(3);
});

test('a lost connection shows a banner, says so, and can be given up', async () => {
  const page = await openApp(snapshotOf(TWO));
  await page.push(snapshotOf(reconnecting(TWO, 3)));
  expect(screen.getByText('Reconnecting. Others may still hear you.')).toBeTruthy();
  expect(polite()).toContain('Connection lost. Reconnecting.');
  press('Stop trying');
  await expect.poll(() => page.asked('session:cancel')).toEqual([{}]);
  await page.push(snapshotOf(TWO));
  expect(polite()).toContain('You are connected again.');
});

test('whoever is alone is told how to get the others in; on this computer alone the network comes first', async () => {
  const page = await openApp(
    snapshotOf(joined([HOST]), { hosting: { state: 'loopback', addresses: ['127.0.0.1:46011'] } }),
  );
  press('Share on the network');
  await expect.poll(() => page.asked('hosting:share')).toEqual([{}]);
  await page.push(snapshotOf(joined([HOST], { target: THERE })));
  expect(screen.queryByRole('button', { name: 'Share on the network' })).toBeNull();
  press('Copy the invite');
  await expect.poll(() => page.asked('invite:copy')).toHaveLength(1);
  const [{ words }] = page.asked('invite:copy') as readonly [{ readonly words: string }];
  for (const needed of [
    'Link: {link}',
    `Meeting code: ${THERE.room}`,
    'Server: {server}',
    'https://example.org/parley',
  ]) {
    expect(words).toContain(needed);
  }
  await expect.poll(polite).toContain('Invite copied, with the link and what a guest needs');
});

test('a link that works on this computer alone is said to', async () => {
  await openApp(snapshotOf(TWO, { hosting: { state: 'loopback', addresses: ['127.0.0.1:46011'] } }));
  press('Copy invite');
  await expect.poll(polite).toContain('It works on this computer only');
});

test('a failed copy says why', async () => {
  const page = await openApp(snapshotOf(TWO));
  page.bridge.refuse('invite:copy', 'forbidden');
  press('Copy invite');
  await expect.poll(polite).toContain('You came without an invite link');
  page.bridge.refuse('invite:copy', 'bad-invite');
  press('Copy invite');
  await expect.poll(polite).toContain('The invite is not valid');
});

test('keys mute, stop the video, show people and the sheet', async () => {
  const page = await openApp(snapshotOf(TWO));
  fireEvent.keyDown(document.body, { key: 'd', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'd', ctrlKey: true, repeat: true });
  fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true });
  expect(page.asked('capture:want')).toEqual([
    { kind: 'microphone', on: false },
    { kind: 'camera', on: false },
  ]);
  fireEvent.keyDown(document.body, { key: 'P', ctrlKey: true, shiftKey: true });
  expect(await screen.findByRole('region', { name: 'People' })).toBeTruthy();
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
});

test('a single key is left to whoever types', async () => {
  await openApp(snapshotOf(TWO));
  press('End for everyone');
  const reason = await screen.findByRole('textbox', { name: 'Reason' });
  fireEvent.keyDown(reason, { key: '?', shiftKey: true });
  expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
});

test('F6 goes round the regions in the order in which they are read', async () => {
  await openApp(snapshotOf(TWO));
  press('People');
  await screen.findByRole('region', { name: 'People' });
  document.querySelector<HTMLElement>('[data-region]')?.focus();
  const went: (string | null | undefined)[] = [];
  for (const shiftKey of [false, false, false, true]) {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F6', shiftKey });
    went.push(document.activeElement?.getAttribute('aria-label'));
  }
  expect(went).toEqual(['Controls', 'People', 'Stage', 'People']);
});

test('the people panel names everybody, marks what is off, and gives focus back when closed', async () => {
  await openApp(
    snapshotOf(
      joined([
        HOST,
        person(1, { media: { microphone: false, camera: false, screen: false } }),
        person(2, { connection: 'lost', lostAt: NOW }),
      ]),
    ),
  );
  press('People');
  const panel = within(screen.getByRole('region', { name: 'People' }));
  const rows = panel.getAllByRole('listitem');
  expect(
    rows.map((row) =>
      within(row)
        .queryAllByRole('img')
        .map((mark) => mark.getAttribute('aria-label')),
    ),
  ).toEqual([[], ['Muted', 'Video off'], ['Reconnecting']]);
  expect(rows[0]?.textContent).toContain('Host');
  fireEvent.click(panel.getByRole('button', { name: 'Close people' }));
  expect(screen.queryByRole('region', { name: 'People' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'People' }));
});

test('I can change my own name, and the lock where I may', async () => {
  const page = await openApp(snapshotOf(TWO));
  press('People');
  press('Lock the meeting');
  await expect.poll(() => page.asked('room:lock')).toEqual([{}]);
  press(`More about ${nameOf(0)}`);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Change your name' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Your name in this meeting' }));
  fireEvent.change(dialog.getByRole('textbox', { name: 'Your name' }), { target: { value: 'Ana F.' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await expect.poll(() => page.asked('room:rename')).toEqual([{ name: 'Ana F.' }]);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

test('a guest has no lock to turn', async () => {
  await openApp(snapshotOf(joined([person(0), person(1, { role: 'host' })])));
  press('People');
  expect(screen.queryByRole('button', { name: /lock the meeting/i })).toBeNull();
});

test('a device in trouble says why, with the way to go on without it', async () => {
  const page = await openApp(
    snapshotOf(TWO, {
      capture: {
        microphone: { wanted: true, live: false, error: 'capture-busy', deviceId: null },
        camera: OFF,
        screen: OFF,
      },
    }),
  );
  expect(screen.getByText('in use by another program', { exact: false })).toBeTruthy();
  press('Go on muted');
  await expect.poll(() => page.asked('capture:want')).toEqual([{ kind: 'microphone', on: false }]);
});
