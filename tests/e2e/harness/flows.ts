import { expect, type Locator, type Page } from '@playwright/test';

import { inbound } from './mediaWatch.ts';

/** Says who one is, where the app is started for the very first time. */
export async function introduce(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'New meeting' })).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Your name' });
  if (!(await field.isVisible())) return;
  await field.fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field).toBeHidden();
}

/** From Home into a meeting of one's own; answers with its invite link. */
export async function hostMeeting(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New meeting' }).click();
  await joinFromPreview(page, name);
  return inviteLinkOf(page);
}

/** Fills in the name and joins; settles when the meeting is on the screen. */
export async function joinFromPreview(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join now' }).click();
  await expect(tile(page, name)).toBeVisible();
}

/** From Home to preview, by a code or link. */
export async function openMeeting(page: Page, link: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Meeting code or link' }).fill(link);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}

/** From Home into somebody else's meeting. */
export async function joinMeeting(page: Page, name: string, link: string): Promise<void> {
  await openMeeting(page, link);
  await joinFromPreview(page, name);
}

/** The link that `Copy invite` hands out, read where the page reads it. */
export async function inviteLinkOf(page: Page): Promise<string> {
  const answer = await page.evaluate(() => window.parley.request('invite:copy', {}));
  if (!answer.ok) throw new Error(`no invite link: ${answer.error.code}`);
  return answer.value.link;
}

/** The code of the room that a link leads to. */
export const roomIn = (link: string): string => new URL(link).pathname.split('/').at(-1) ?? '';

export const tile = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Stage' }).getByRole('group', { name, exact: false });

export const controls = (page: Page) => page.getByRole('region', { name: 'Controls' });

/** Settles when pictures from others are decoded, and go on being decoded. */
export async function expectMovingVideo(page: Page, frames = 10): Promise<void> {
  const before = await inbound(page);
  await expect
    .poll(async () => (await inbound(page)).framesDecoded, { message: 'decoded frames grow', timeout: 20_000 })
    .toBeGreaterThan(before.framesDecoded + frames);
}

/** Settles when sound from others has arrived. */
export async function expectSound(page: Page): Promise<void> {
  const before = await inbound(page);
  await expect
    .poll(async () => (await inbound(page)).audioEnergy, { message: 'inbound audio energy grows', timeout: 20_000 })
    .toBeGreaterThan(before.audioEnergy);
}

interface End {
  readonly reason?: string;
  readonly lock?: boolean;
}

/** The host's End, with all its steps. */
export async function endForEveryone(page: Page, how: End = {}): Promise<void> {
  const dialog = await openEndDialog(page);
  await answerEndDialog(dialog, how);
}

/** The host's End in ten seconds; settles when the countdown is on the host's screen. */
export async function endInAWhile(page: Page, how: End = {}): Promise<void> {
  const dialog = await openEndDialog(page);
  await dialog.getByRole('radio', { name: 'In 10 seconds' }).check({ force: true });
  await answerEndDialog(dialog, how);
  await expect(page.getByText(/^Ending in/)).toBeVisible();
}

export async function openEndDialog(page: Page): Promise<Locator> {
  await controls(page).getByRole('button', { name: 'End for everyone' }).click();
  const dialog = page.getByRole('dialog', { name: 'End the meeting for everyone?' });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function answerEndDialog(dialog: Locator, { reason = '', lock = false }: End): Promise<void> {
  if (reason) await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  if (lock) await dialog.getByRole('switch', { name: 'Lock the meeting so nobody can rejoin' }).check({ force: true });
  await dialog.getByRole('button', { name: 'End for everyone' }).click();
}

/** The people panel, which is opened if it is not. */
export async function openPeople(page: Page): Promise<Locator> {
  const panel = page.getByRole('region', { name: 'People', exact: true });
  if (!(await panel.isVisible())) await controls(page).getByRole('button', { name: 'People' }).click();
  return panel;
}

/** Removes somebody through the people panel. */
export async function removePerson(page: Page, name: string, { reason = '', bar = false } = {}): Promise<void> {
  const panel = await openPeople(page);
  await panel.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${name}?` });
  if (reason) await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  if (bar) await dialog.getByRole('switch', { name: "Don't let them back in" }).check({ force: true });
  await dialog.getByRole('button', { name: 'Remove' }).click();
}

/** Locks the meeting or unlocks it; settles when it is so. */
export async function turnLock(page: Page, what: 'Lock' | 'Unlock'): Promise<void> {
  const panel = await openPeople(page);
  const button = (name: string) => panel.getByRole('button', { name: `${name} the meeting`, exact: true });
  await button(what).click();
  await expect(button(what === 'Lock' ? 'Unlock' : 'Lock')).toBeVisible();
}

/** Home is on the screen: nothing of a meeting is left. */
export async function expectHome(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'New meeting' })).toBeVisible();
}

/** Something that is done about one person, by the menu of their row. */
export async function chooseAbout(page: Page, name: string, item: string): Promise<void> {
  const panel = await openPeople(page);
  await panel.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Presses what the window goes by: it may be gone before the click is over, and that is what is asked of it. */
export async function pressAway(button: Locator): Promise<void> {
  await button.click().catch((error: unknown) => {
    if (!button.page().isClosed()) throw error;
  });
}
