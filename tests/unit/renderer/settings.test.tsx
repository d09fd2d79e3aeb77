import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { joined, person } from '#tests/stage/room.ts';
import { over, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const HOME = snapshotOf({ phase: 'idle' });
const dialog = (): HTMLElement => screen.getByRole('dialog', { name: 'Settings' });
const searchField = (): HTMLElement => within(dialog()).getByRole('searchbox', { name: 'Search settings' });
const lookFor = (words: string): boolean => fireEvent.change(searchField(), { target: { value: words } });
const pressKeys = (): boolean => fireEvent.keyDown(document.body, { key: ',', ctrlKey: true });
const chosen = (): string => within(dialog()).getByRole('tab', { selected: true }).textContent;

async function open(): Promise<Page> {
  const page = await openApp(HOME);
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  return page;
}

test('what is looked for is shown across sections while one types, and how much it is is heard', async () => {
  await open();
  lookFor('camera');
  expect(chosen()).toBe('Found');
  const panel = within(within(dialog()).getByRole('tabpanel'));
  expect(panel.getByRole('region', { name: 'Meetings' })).toBeTruthy();
  expect(panel.getByRole('region', { name: 'Devices' })).toBeTruthy();
  expect(panel.queryByRole('textbox', { name: 'Your name' })).toBeNull();
  expect(within(dialog()).getByRole('status').textContent).toMatch(/^\d+ settings found$/);
});

test('what was found can be set right there', async () => {
  const page = await open();
  lookFor('dark');
  fireEvent.click(within(dialog()).getByRole('radio', { name: 'Dark' }));
  await expect.poll(() => page.asked('settings:change')).toEqual([{ theme: 'dark' }]);
});

test('where nothing is found it says so, with a way back to everything', async () => {
  await open();
  lookFor('weather');
  expect(dialog().textContent).toContain('Nothing here is about “weather”');
  expect(within(dialog()).getByRole('status').textContent).toBe('Nothing found');
  fireEvent.click(within(dialog()).getByRole('button', { name: 'Show all settings' }));
  expect(chosen()).toBe('Profile');
  expect(within(dialog()).getByRole('status').textContent).toBe('');
});

test('choosing a section ends the search', async () => {
  await open();
  lookFor('camera');
  fireEvent.click(within(dialog()).getByRole('tab', { name: 'Servers' }));
  expect(chosen()).toBe('Servers');
  expect(searchField()).toHaveProperty('value', '');
});

test('Escape empties the search first and then closes the settings', async () => {
  await open();
  lookFor('camera');
  fireEvent.keyDown(searchField(), { key: 'Escape' });
  expect(searchField()).toHaveProperty('value', '');
  fireEvent.keyDown(searchField(), { key: 'Escape' });
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

test('arrow down leads from the search to the first thing that was found', async () => {
  await open();
  lookFor('dark');
  fireEvent.keyDown(searchField(), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(within(dialog()).getByRole('radio', { name: 'Like the system' }));
});

test('a device menu leads to the settings of devices, in a meeting too', async () => {
  await openApp(snapshotOf(joined([person(0), person(1)])));
  fireEvent.click(screen.getByRole('button', { name: 'Choose microphone' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Device settings' }));
  expect(chosen()).toBe('Devices');
});

test('the keys open the settings from every screen, and not above another dialog', async () => {
  const page = await openApp(HOME);
  pressKeys();
  expect(dialog()).toBeTruthy();
  fireEvent.click(within(dialog()).getByRole('button', { name: 'Close settings' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  await page.push(snapshotOf(over('REMOVE_PEER')));
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  pressKeys();
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  expect(screen.queryByRole('dialog', { name: 'Settings' })).toBeNull();
});

test('an exit closes the settings: its dialog is the only one', async () => {
  const page = await openApp(snapshotOf(joined([person(0), person(1)])));
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  expect(dialog()).toBeTruthy();
  await page.push(snapshotOf(over('REMOVE_PEER')));
  await act(async () => undefined);
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  expect(screen.queryByRole('dialog', { name: 'Settings' })).toBeNull();
});

test('contrast, motion and size of text can be set, and are on the document', async () => {
  const page = await open();
  fireEvent.click(within(dialog()).getByRole('tab', { name: 'Appearance' }));
  fireEvent.click(within(dialog()).getByRole('switch', { name: 'High contrast' }));
  fireEvent.click(within(dialog()).getByRole('switch', { name: 'Less motion' }));
  fireEvent.click(within(dialog()).getByRole('radio', { name: '130 %' }));
  await expect
    .poll(() => page.asked('settings:change'))
    .toEqual([{ highContrast: true }, { reducedMotion: true }, { textSize: 130 }]);
  const settings = { ...HOME.settings, theme: 'dark', highContrast: true, reducedMotion: true, textSize: 130 } as const;
  await page.push({ ...HOME, settings });
  const root = document.documentElement;
  expect(root.dataset).toMatchObject({ theme: 'dark', contrast: 'more', motion: 'less' });
  expect(root.style.fontSize).toBe('130%');
  await page.push(HOME);
  expect(root.dataset).toMatchObject({ contrast: 'usual', motion: 'usual' });
  expect(root.style.fontSize).toBe('');
});

test('the settings that a screen closed do not come back with the one they were opened over', async () => {
  const page = await open();
  await page.push({ ...HOME, settings: { ...HOME.settings, displayName: '' } });
  expect(screen.queryByRole('dialog')).toBeNull();
  await page.push(HOME);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('why a change was refused stands in the window', async () => {
  const page = await open();
  page.bridge.refuse('settings:change', 'bad-request');
  fireEvent.click(within(dialog()).getByRole('tab', { name: 'Appearance' }));
  fireEvent.click(within(dialog()).getByRole('radio', { name: 'Dark' }));
  expect(await within(dialog()).findByRole('alert')).toBeTruthy();
});
