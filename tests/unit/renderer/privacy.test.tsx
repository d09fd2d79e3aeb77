import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const HOME = snapshotOf({ phase: 'idle' });

async function open(section: string): Promise<Page> {
  const page = await openApp(HOME);
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  fireEvent.click(screen.getByRole('tab', { name: section }));
  return page;
}

test('what is kept is listed kind by kind, with how much, and what is in use says until when', async () => {
  await open('Privacy');
  const receipts = (await screen.findByText('Receipts of earlier meetings')).closest('li');
  expect(receipts?.textContent).toContain('14 entries · 9.2 kB');
  const hosting = screen.getByText('Meetings held on this computer').closest('li');
  expect(hosting?.textContent, 'as sizes are said everywhere').toContain('184 kB');
  expect(hosting?.textContent).toContain('In use until Parley is started again');
  expect(hosting?.querySelector('button')).toBeNull();
});

test('nothing is deleted before it was confirmed, and Cancel has focus', async () => {
  const page = await open('Privacy');
  fireEvent.click(await screen.findByRole('button', { name: 'Delete: Logs' }));
  const ask = screen.getByRole('dialog', { name: 'Delete: Logs?' });
  await expect.poll(() => document.activeElement?.textContent).toBe('Cancel');
  expect(ask.textContent).toContain('This can not be undone.');
  expect(page.asked('privacy:delete')).toEqual([]);
  fireEvent.click(within(ask).getByRole('button', { name: 'Delete' }));
  await expect.poll(() => page.asked('privacy:delete')).toEqual([{ kinds: ['logs'] }]);
});

test('everything is all that can go now, and the dialog says what comes of each', async () => {
  const page = await open('Privacy');
  fireEvent.click(await screen.findByRole('button', { name: 'Delete everything else' }));
  const ask = screen.getByRole('dialog', { name: 'Delete everything?' });
  expect(within(ask).getAllByRole('listitem')).toHaveLength(7);
  fireEvent.click(within(ask).getByRole('button', { name: 'Delete' }));
  const kinds = ['settings', 'identity', 'recent', 'receipts', 'way-back', 'servers', 'logs'];
  await expect.poll(() => page.asked('privacy:delete')).toEqual([{ kinds }]);
});

test('a disk that does not let go is said', async () => {
  const page = await open('Privacy');
  page.bridge.refuse('privacy:delete', 'not-deleted');
  fireEvent.click(await screen.findByRole('button', { name: 'Delete: Logs' }));
  fireEvent.click(
    within(screen.getByRole('dialog', { name: 'Delete: Logs?' })).getByRole('button', { name: 'Delete' }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('did not let go');
});

test('a server that was agreed to is forgotten, and focus stays in the list', async () => {
  const page = await open('Servers');
  fireEvent.click(await screen.findByRole('button', { name: 'Forget meet.example.org and its meetings' }));
  await expect.poll(() => page.asked('servers:forget')).toEqual([{ server: 'meet.example.org' }]);
  const dialog = within(screen.getByRole('dialog', { name: 'Settings' }));
  await expect.poll(() => dialog.queryByText('meet.example.org')).toBeNull();
  expect(dialog.getByText('video.example.net:8443')).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Servers you agreed to');
});

test('the logs are opened, and the diagnostics file says where it was saved', async () => {
  const page = await open('Advanced');
  fireEvent.click(screen.getByRole('button', { name: 'Open the folder' }));
  await expect.poll(() => page.asked('logs:open')).toEqual([{}]);
  fireEvent.click(screen.getByRole('button', { name: 'Save the file' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Settings' }));
  expect(await dialog.findByText(/^Saved as .*parley-diagnostics/)).toBeTruthy();
});
