import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';

import { expect, test } from './harness/fixtures.ts';
import { controls, expectMovingVideo, hostMeeting, joinMeeting, openMeeting, roomIn, tile } from './harness/flows.ts';

test('an app that was killed in a meeting leads back into it by its banner, as the host that one was', async ({
  launch,
  server,
  keyring,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server, keyring }), launch('Ben', { server })]);
  const link = await hostMeeting(ana.page, 'Ana');
  const room = roomIn(link);
  await joinMeeting(ben.page, 'Ben', link);
  await expectMovingVideo(ben.page);

  await ana.kill();
  const { page } = await launch('Ana', { profile: ana.running.profile, keyring });
  const banner = page.getByRole('status').filter({ hasText: `You were in ${room}: rejoin?` });
  await banner.getByRole('button', { name: 'Rejoin' }).click();
  await expect(page.getByText('You will be host')).toBeVisible();
  await page.getByRole('button', { name: 'Join now' }).click();

  await expect(controls(page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
  await expect(tile(page, 'Ana')).toHaveCount(1);
  await expect(tile(ben.page, 'Ana')).toHaveCount(1);
  await expectMovingVideo(page);
  await expectMovingVideo(ben.page);
});

// Without a keyring the invite, and who one is, go with the process.
test('an app that was killed in a meeting says so on its next start, and how to get back in', async ({
  launch,
  server,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben', { server })]);
  const link = await hostMeeting(ana.page, 'Ana');
  const room = roomIn(link);
  await joinMeeting(ben.page, 'Ben', link);
  await expectMovingVideo(ana.page);
  const notices = await ana.hear();

  await ben.kill();
  const { page } = await launch('Ben', { profile: ben.running.profile });

  const banner = page.getByRole('status').filter({ hasText: `You were in ${room}` });
  await expect(banner).toContainText('open the link again');
  await expect(page.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);

  // The list still leads to the meeting; what the server would say is said there.
  await page.getByRole('button', { name: `Open ${room}` }).click();
  await expect(page.getByRole('alert')).toContainText('Ask for a new link');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(banner).toHaveCount(0);

  await openMeeting(page, link);
  await expect(page.getByText('You will be a guest')).toBeVisible();
  await page.getByRole('button', { name: 'Join now' }).click();
  // As somebody new, beside whom the server still waits for.
  await expect(tile(page, 'Ben')).toHaveCount(2);
  await expectMovingVideo(page);

  const gone = { type: 'participant-left', name: 'Ben', reason: { code: 1001 } };
  await expect.poll(notices, { timeout: DEFAULT_LIMITS.graceMs + 10_000 }).toMatchObject([gone]);
  await expect(tile(ana.page, 'Ben')).toHaveCount(1);
  await expectMovingVideo(ana.page);
  expect(await notices()).toHaveLength(1);
});

test('an app that was killed after its person had left says nothing of a meeting', async ({ launch, server }) => {
  const ben = await launch('Ben', { server });
  await hostMeeting(ben.page, 'Ben');
  await ben.leave();
  await expect(ben.page.getByRole('main').getByText('You left')).toBeVisible();
  await ben.kill();

  const { page } = await launch('Ben', { profile: ben.running.profile });
  await expect(page.getByRole('button', { name: 'New meeting' })).toBeVisible();
  await expect(page.getByText('You were in')).toHaveCount(0);
});
