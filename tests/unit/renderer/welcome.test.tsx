import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { joined, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const IDLE = { phase: 'idle' } as const;
const HOME = snapshotOf(IDLE);
const NEW = snapshotOf(IDLE, { recent: [], settings: { ...HOME.settings, displayName: '' } });

const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Your name' });
const go = (): boolean => fireEvent.submit(field().closest('form') ?? field());
const type = (name: string): boolean => fireEvent.change(field(), { target: { value: name } });

test('the first start asks for a name and for nothing else, beside the ways into a meeting', async () => {
  await openApp(NEW);
  expect(screen.getByRole('region', { name: 'Welcome to Parley' }).contains(field())).toBe(true);
  expect(document.activeElement).toBe(field());
  expect(screen.getByRole('button', { name: 'New meeting' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Recent meetings' })).toBeNull();
});

test('the name is cleaned as every name is, and leads to home with focus on its heading', async () => {
  const page = await openApp(NEW);
  type('  Ana \u200b  Ferreira ');
  go();
  await expect.poll(() => page.asked('settings:change')).toEqual([{ displayName: 'Ana Ferreira' }]);
  await page.push(HOME);
  expect(screen.queryByText('Welcome to Parley')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test.each([
  ['', 'Type the name that others will see.'],
  ['   ', 'Type the name that others will see.'],
  ['n'.repeat(81), 'A name has 1 to 80 characters.'],
])('%o is no name: it says so, and goes nowhere', async (name, words) => {
  const page = await openApp(NEW);
  type(name);
  go();
  expect(screen.getByText(words)).toBeTruthy();
  expect(page.asked('settings:change')).toEqual([]);
});

test('a name that could not be kept is said, and can be tried again', async () => {
  const page = await openApp(NEW);
  page.bridge.refuse('settings:change', 'bad-request');
  type('Ana');
  go();
  expect(await screen.findByRole('alert')).toBeTruthy();
  page.bridge.refuse('settings:change', null);
  go();
  await expect.poll(() => page.asked('settings:change')).toHaveLength(2);
});

test('a meeting that was opened by a link is shown first, also without a name', async () => {
  const page = await openApp(NEW);
  await page.push({ ...NEW, session: joined([person(0), person(1)]) });
  expect(screen.queryByText('Welcome to Parley')).toBeNull();
});

test('an invite that was pasted whole is taken apart to its link', async () => {
  const page = await openApp(HOME);
  const link = `parley://join/meet.example.org/kfr-wmbe-tqa#${'A'.repeat(43)}`;
  const target = screen.getByRole('textbox', { name: 'Meeting code or link' });
  fireEvent.paste(target, { clipboardData: { getData: () => `You are invited.\n\nLink: ${link}.\nSee you` } });
  expect(target).toHaveProperty('value', link);
  fireEvent.submit(target.closest('form') ?? target);
  await expect.poll(() => page.asked('session:open')).toEqual([{ target: link }]);
});
