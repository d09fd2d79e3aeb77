import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { SettingsView } from '#protocol/ipc/snapshot.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const HOME = snapshotOf({ phase: 'idle' });
const LABEL = 'Creation key of this server';

async function settings(but: Partial<SettingsView>) {
  const page = await openApp({ ...HOME, settings: { ...HOME.settings, defaultServer: 'meet.example.org', ...but } });
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  fireEvent.click(screen.getByRole('tab', { name: 'Servers' }));
  return { page, dialog: screen.getByRole('dialog', { name: 'Settings' }) };
}

test('a key is taken on leaving its field, which can not be read over a shoulder and is empty again afterwards', async () => {
  const { page, dialog } = await settings({});
  const field = within(dialog).getByLabelText<HTMLInputElement>(LABEL);
  expect(field.type).toBe('password');
  fireEvent.change(field, { target: { value: ' the-key-of-the-server ' } });
  fireEvent.blur(field);
  await expect.poll(() => page.asked('settings:keep-creation-key')).toEqual([{ key: 'the-key-of-the-server' }]);
  await expect.poll(() => field.value).toBe('');
});

test('what can be no key is not taken, and an empty field takes nothing away', async () => {
  const { page, dialog } = await settings({});
  const field = within(dialog).getByLabelText(LABEL);
  fireEvent.blur(field);
  fireEvent.change(field, { target: { value: 'two words' } });
  fireEvent.blur(field);
  expect(dialog.textContent).toContain('A creation key has no blanks in it');
  expect(page.asked('settings:keep-creation-key')).toEqual([]);
});

test.each([
  ['kept', 'encrypted by this computer'],
  ['until-quit', 'no safe place'],
] as const)('that there is one is said (%s), and it can be forgotten', async (creationKey, says) => {
  const { page, dialog } = await settings({ creationKey });
  expect(dialog.textContent).toContain(says);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Forget the key' }));
  await expect.poll(() => page.asked('settings:keep-creation-key')).toEqual([{ key: null }]);
});

test('there is no such field for the server inside the app, which has a key of its own', async () => {
  const { dialog } = await settings({ defaultServer: null });
  expect(within(dialog).queryByLabelText(LABEL)).toBeNull();
});
