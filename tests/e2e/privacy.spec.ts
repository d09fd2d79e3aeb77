import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';

import { expect, test } from './harness/fixtures.ts';
import { controls, expectHome, hostMeeting, introduce } from './harness/flows.ts';
import type { Person } from './harness/person.ts';

async function openPrivacy({ page }: Person): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Privacy' }).click();
  await expect(settings.getByRole('button', { name: /^Delete everything/ })).toBeVisible();
  return settings;
}

const onDisk = ({ running }: Person): Record<string, unknown> =>
  JSON.parse(readFileSync(join(running.profile, 'settings.json'), 'utf8')) as Record<string, unknown>;

test('everything that is kept is gone from the disk once it was deleted, and the app goes on as at its first start', async ({
  launch,
  server,
  keyring,
}) => {
  const ana = await launch('Ana', { server, keyring, settings: { theme: 'dark' } });
  const { page } = ana;
  const { profile } = ana.running;
  const link = await hostMeeting(page, 'Ana');

  // In the meeting, who I am and the way back stay, and it says so.
  const inside = await openPrivacy(ana);
  await expect(inside.getByRole('listitem').filter({ hasText: 'Who you are' })).toContainText(
    'Needed until you leave the meeting',
  );
  await expect(inside.getByRole('button', { name: 'Delete: Who you are' })).toHaveCount(0);
  expect(onDisk(ana)['inside']).not.toBeNull();
  await page.keyboard.press('Escape');
  await controls(page).getByRole('button', { name: 'Leave' }).click();
  await expectHome(page);
  const home = onDisk(ana);
  expect(home).toMatchObject({ displayName: 'Ana', theme: 'dark', inside: null });
  expect(home['recent']).toHaveLength(1);
  expect(home['identity']).not.toBeNull();
  expect(existsSync(join(profile, 'receipts.jsonl'))).toBe(true);
  expect(readFileSync(join(profile, 'logs/main.log'), 'utf8')).toContain('started');

  // One kind alone.
  const settings = await openPrivacy(ana);
  await settings.getByRole('button', { name: 'Delete: Receipts of earlier meetings' }).click();
  await page
    .getByRole('dialog', { name: /^Delete: Receipts/ })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect.poll(() => existsSync(join(profile, 'receipts.jsonl'))).toBe(false);
  expect(onDisk(ana)['recent']).toHaveLength(1);

  await settings.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('dialog', { name: 'Delete everything?' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Parley' })).toBeVisible();
  expect(onDisk(ana)).toMatchObject({
    displayName: '',
    theme: 'system',
    defaultServer: null,
    identity: null,
    recent: [],
    knownServers: [],
    inside: null,
  });
  expect(readFileSync(join(profile, 'settings.json'), 'utf8')).not.toContain(link.slice(link.indexOf('#') + 1));
  expect(readdirSync(join(profile, 'logs'))).toEqual([]);

  // The app goes on: a name, and a meeting on this computer.
  await introduce(page, 'Ana again');
  await hostMeeting(page, 'Ana again');
  expect(onDisk(ana)['displayName']).toBe('Ana again');
});
