import { expect, test } from './harness/fixtures.ts';
import {
  endForEveryone,
  expectHome,
  expectMovingVideo,
  hostMeeting,
  inviteLinkOf,
  joinFromPreview,
  joinMeeting,
  openEndDialog,
  openMeeting,
  tile,
} from './harness/flows.ts';
import { expectReleased } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

test('a guest reads who ended the meeting and why, and may come back to one that was not locked', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ben.page);

  await endForEveryone(ana.page, { reason: 'Lunch is ready' });

  const dialog = ben.page.getByRole('dialog', { name: 'The meeting was ended' });
  await expect(dialog).toContainText('Ana');
  await expect(dialog).toContainText('Lunch is ready');
  await expectReleased(ben.page);
  await expectReleased(ana.page);
  await expectHome(ana.page);
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);
  await recordExit(1008, 'ended for everyone', { leaver: ana, others: [ben] });

  await dialog.getByRole('button', { name: 'Rejoin' }).click();
  await expect(tile(ben.page, 'Ben')).toBeVisible();
});

test('a meeting that was ended and locked lets nobody back in, its host included', async ({ meet, server }) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { server });
  const link = await inviteLinkOf(ana.page);

  await endForEveryone(ana.page, { reason: 'All decided', lock: true });

  const dialog = ben.page.getByRole('dialog', { name: 'The meeting was ended' });
  await expect(dialog).toContainText('Ana');
  await expect(dialog).toContainText('All decided');
  await expect(dialog.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);
  await recordExit(1008, 'ended for everyone, and locked', { leaver: ana, others: [ben] });
  await dialog.getByRole('button', { name: 'Back to home' }).click();

  await server.restart();

  for (const { page, name } of [ben, ana]) {
    await openMeeting(page, link);
    await page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await page.getByRole('button', { name: 'Join now' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'locked' })).toBeVisible();
  }
});

test('the host lifts the lock of an ended meeting, and people are let in again', async ({ launch, server }) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben', { server })]);
  const link = await hostMeeting(ana.page, 'Ana');
  await endForEveryone(ana.page, { lock: true });
  await expectHome(ana.page);

  await openMeeting(ana.page, link);
  await ana.page.getByRole('textbox', { name: 'Your name' }).fill('Ana');
  await ana.page.getByRole('button', { name: 'Join now' }).click();
  await ana.page.getByRole('button', { name: 'Unlock' }).click();
  await joinFromPreview(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
});

test('neither Escape nor Enter ends a meeting by accident', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);

  const dialog = await openEndDialog(ana.page);
  await ana.page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);

  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expect(tile(ben.page, 'Ana')).toBeVisible();
});

test('a guest is not offered to end the meeting, and is once alone', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expect(tile(ben.page, 'Ana')).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'End for everyone' })).toHaveCount(0);
  const refused = await ben.page.evaluate(() => window.parley.request('room:end', { reason: '', lock: false }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });

  await ana.leave();
  await expect(ben.page.getByRole('button', { name: 'End for everyone' })).toBeVisible();
});
