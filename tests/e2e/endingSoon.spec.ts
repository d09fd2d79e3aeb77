import { expect, test } from './harness/fixtures.ts';
import { controls, endInAWhile, expectHome, expectMovingVideo, tile } from './harness/flows.ts';
import { expectReleased } from './harness/mediaWatch.ts';

test('both see the countdown with who and why, and the host who came back calls it off for all', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  // Ana hands over and comes back: both are hosts now.
  await ana.leave({ handOverTo: 'Ben' });
  await ana.page.getByRole('button', { name: 'Rejoin' }).click();
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await endInAWhile(ana.page, { reason: 'The next group needs the room' });
  for (const { page } of [ana, ben]) {
    await expect(page.getByText(/^Ending in \d+ s, by Ana$/)).toBeVisible();
    await expect(page.getByText('The next group needs the room', { exact: true })).toBeVisible();
  }
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);

  await ben.page.getByRole('button', { name: 'Cancel the end' }).click();
  for (const { page } of [ana, ben]) {
    await expect(page.getByText('Ben called the end off: the meeting goes on').first()).toBeVisible();
    await expect(page.getByText(/^Ending in/)).toHaveCount(0);
  }
  await expectMovingVideo(ben.page);
});

test('when it runs out the guest reads who ended it and why, and whoever set it reads no dialog', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const heard = await ana.hear();

  await endInAWhile(ana.page, { reason: 'Thank you all', lock: true });
  await expect(ben.page.getByText(/^Ending in \d+ s, by Ana$/)).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Cancel the end' })).toHaveCount(0);

  const dialog = ben.page.getByRole('dialog', { name: 'The meeting was ended' });
  await expect(dialog).toContainText('Ana', { timeout: 20_000 });
  await expect(dialog).toContainText('Thank you all');
  await expect(dialog.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);
  await expectHome(ana.page);
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);
  await expect(ana.page.getByRole('main').getByText('You ended the meeting for everyone and locked it')).toBeVisible();
  expect((await heard()).map(({ type }) => type)).toEqual(['meeting-left']);
  await expectReleased(ana.page);
  await expectReleased(ben.page);
});

test('an end that was set comes though whoever set it has left', async ({ meet, server }) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { server });

  await endInAWhile(ana.page);
  await ana.leave();
  await expectHome(ana.page);
  await expect(controls(ben.page)).toBeVisible();

  const dialog = ben.page.getByRole('dialog', { name: 'The meeting was ended' });
  await expect(dialog).toContainText('Ana', { timeout: 20_000 });
});
