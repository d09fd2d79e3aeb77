import type { Page } from '@playwright/test';

import { expect, test } from './harness/fixtures.ts';
import { chooseAbout, hostMeeting, openMeeting, openPeople, removePerson, tile } from './harness/flows.ts';
import { expectReleased } from './harness/mediaWatch.ts';

const waiting = (page: Page) => page.getByRole('region', { name: /^Waiting/ });

async function switchLobbyOn(page: Page): Promise<void> {
  const lobby = (await openPeople(page)).getByRole('switch', { name: 'People wait to be let in' });
  // It changes when the room says so, which a check would not wait for.
  await lobby.click({ force: true });
  await expect(lobby).toBeChecked();
}

/** From Home to the door. */
async function knock(page: Page, name: string, link: string): Promise<void> {
  await openMeeting(page, link);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join now' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible();
}

const rowOf = (page: Page, name: string) => waiting(page).getByRole('listitem').filter({ hasText: name });

async function letIn(page: Page, name: string): Promise<void> {
  await rowOf(page, name).getByRole('button', { name: 'Let in' }).click();
}

async function refuse(page: Page, name: string, { reason = '', bar = false } = {}): Promise<void> {
  await rowOf(page, name).getByRole('button', { name: 'Refuse' }).click();
  const dialog = page.getByRole('dialog', { name: `Don't let ${name} in?` });
  if (reason) await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  if (bar) await dialog.getByRole('switch', { name: "Don't let them back in" }).check({ force: true });
  await dialog.getByRole('button', { name: "Don't let in" }).click();
}

test('whoever comes waits, is seen by the host alone, and is let in: one, and everyone', async ({ launch }) => {
  const [ana, ben, cleo] = await Promise.all([launch('Ana'), launch('Ben'), launch('Cleo')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await switchLobbyOn(ana.page);

  await knock(ben.page, 'Ben', link);
  await expect(ana.page.getByText('Ben waits to be let in').first()).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await letIn(ana.page, 'Ben');
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expect(tile(ben.page, 'Ana')).toBeVisible();

  await knock(cleo.page, 'Cleo', link);
  await expect(rowOf(ana.page, 'Cleo')).toBeVisible();
  await openPeople(ben.page);
  await expect(waiting(ben.page)).toHaveCount(0);

  await cleo.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(waiting(ana.page)).toHaveCount(0);
  await ben.leave();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await removeAndWait();
  await knock(cleo.page, 'Cleo', link);
  await expect(rowOf(ana.page, 'Cleo')).toBeVisible();
  await waiting(ana.page).getByRole('button', { name: 'Let everyone in' }).click();
  for (const name of ['Ben', 'Cleo']) await expect(tile(ana.page, name)).toBeVisible();

  /** Ben was in and left, so comes back without waiting; removed, waits. */
  async function removeAndWait(): Promise<void> {
    await ben.page.getByRole('button', { name: 'Rejoin' }).first().click();
    await expect(tile(ana.page, 'Ben')).toBeVisible();
    await removePerson(ana.page, 'Ben');
    await ben.page.getByRole('dialog').getByRole('button', { name: 'Rejoin' }).click();
    await expect(ben.page.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible();
  }
});

test('whoever is turned away reads by whom and why; barred, they may ask to come back, once', async ({ launch }) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await switchLobbyOn(ana.page);

  await knock(ben.page, 'Ben', link);
  await refuse(ana.page, 'Ben', { reason: 'Not today', bar: true });
  const alert = ben.page.getByRole('alert');
  await expect(alert).toContainText('Ana did not let you in.');
  await expect(alert).toContainText('Not today');

  await ben.page.getByRole('textbox', { name: 'Message' }).fill('It was my son');
  await ben.page.getByRole('button', { name: 'Ask to be let in' }).click();
  await expect(rowOf(ana.page, 'Ben')).toContainText('It was my son');
  await letIn(ana.page, 'Ben');
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await removePerson(ana.page, 'Ben', { bar: true });
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Back to home' }).click();
  await openMeeting(ben.page, link);
  await ben.page.getByRole('textbox', { name: 'Message' }).fill('Once more');
  await ben.page.getByRole('button', { name: 'Ask to be let in' }).click();
  await refuse(ana.page, 'Ben', { reason: 'No' });
  await expect(alert).toContainText('Ana did not let you in.');
  await expect(ben.page.getByRole('button', { name: 'Ask to be let in' })).toHaveCount(0);
});

test('whoever is sent back to the lobby reads by whom and why, and waits at a click', async ({ launch }) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await switchLobbyOn(ana.page);
  await knock(ben.page, 'Ben', link);
  await letIn(ana.page, 'Ben');
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await chooseAbout(ana.page, 'Ben', 'Send back to the lobby');
  const asked = ana.page.getByRole('dialog', { name: 'Send Ben back to the lobby?' });
  await asked.getByRole('textbox', { name: 'Reason' }).fill('A moment');
  await asked.getByRole('button', { name: 'Send back to the lobby' }).click();

  const dialog = ben.page.getByRole('dialog', { name: 'You were sent back to the lobby' });
  await expect(dialog).toContainText('by Ana');
  await expect(dialog).toContainText('A moment');
  await expectReleased(ben.page);
  await dialog.getByRole('button', { name: 'Rejoin' }).click();
  await expect(ben.page.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible();
  await letIn(ana.page, 'Ben');
  await expect(tile(ana.page, 'Ben')).toBeVisible();
});

test('the host comes back past the own lobby, in which people go on waiting', async ({ launch, server }) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben', { server })]);
  const link = await hostMeeting(ana.page, 'Ana');
  await switchLobbyOn(ana.page);
  await knock(ben.page, 'Ben', link);
  await ana.leave();
  await server.restart();
  await ana.page.getByRole('button', { name: 'Rejoin' }).first().click();
  await expect(tile(ana.page, 'Ana')).toBeVisible();
  await openPeople(ana.page);
  await letIn(ana.page, 'Ben');
  await expect(tile(ana.page, 'Ben')).toBeVisible();
});
