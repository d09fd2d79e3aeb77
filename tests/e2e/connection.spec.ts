import { expect, test } from './harness/fixtures.ts';
import { expectHome, expectMovingVideo, hostMeeting, openEndDialog, tile } from './harness/flows.ts';
import { expectReleased } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

/** Only where nobody has to come back: an app may wait for up to 10 s before it tries again. */
const SHORT_GRACE_MS = 6_000;

test('a server that is killed and started again brings everybody back, and nobody sees a leave', async ({
  meet,
  server,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { server });
  await expectMovingVideo(ben.page);
  const notices = await ana.hear();

  await server.kill();
  for (const { page } of [ana, ben]) await expect(page.getByText('Reconnecting').first()).toBeVisible();
  await expectMovingVideo(ben.page); // Media goes on meanwhile.
  await server.start();

  for (const { page } of [ana, ben]) await expect(page.getByText('Reconnecting')).toHaveCount(0, { timeout: 20_000 });
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expect(tile(ben.page, 'Ana')).toBeVisible();
  await expectMovingVideo(ben.page);
  expect(await notices()).toEqual([]);
});

test('while reconnecting, end is refused with a clear word and leave works at once', async ({ meet, server }) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { server });
  const dialog = await openEndDialog(ana.page);

  await server.kill();
  await expect(ana.page.getByText('Reconnecting').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'End for everyone' }).click();
  await expect(dialog.getByRole('alert')).toContainText('connection');
  await ana.page.keyboard.press('Escape');

  await ben.leave();
  await expectHome(ben.page);
  await expectReleased(ben.page);

  await server.start();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0, { timeout: 20_000 });
  await expect(tile(ana.page, 'Ana')).toBeVisible();
});

test.describe('a server that waits for nobody longer than 6 s', () => {
  test.use({ serverLimits: `graceMs=${SHORT_GRACE_MS}` });

  test('an app that is killed is shown as reconnecting, then as gone (1001), exactly once', async ({
    meet,
    server,
  }) => {
    const [ana, ben] = await meet(['Ana', 'Ben'], { server });
    await expectMovingVideo(ana.page);
    const notices = await ana.hear();

    await ben.kill();

    await expect(tile(ana.page, 'Ben').getByLabel('Reconnecting')).toBeVisible();
    await expect(tile(ana.page, 'Ben')).toHaveCount(0, { timeout: SHORT_GRACE_MS + 10_000 });
    await expect(ana.page.getByText('Ben lost the connection').first()).toBeVisible();
    expect(await notices()).toMatchObject([{ type: 'participant-left', name: 'Ben', reason: { code: 1001 } }]);
    await expect.poll(async () => (await ana.media()).openConnections).toBe(0);
  });
});

test('giving up on reconnecting leads out, with everything released', async ({ launch, server }) => {
  const ana = await launch('Ana', { server });
  await hostMeeting(ana.page, 'Ana');
  await ana.hear();

  await server.kill();
  await expect(ana.page.getByText('Reconnecting').first()).toBeVisible();
  await ana.page.getByRole('button', { name: 'Stop trying' }).click();

  const dialog = ana.page.getByRole('dialog', { name: 'Connection lost' });
  await expect(dialog).toBeVisible();
  await expectReleased(ana.page);
  await recordExit(1102, 'gave up reconnecting, out of reach', { leaver: ana, others: [] });
  await dialog.getByRole('button', { name: 'Back to home' }).click();
  await expectHome(ana.page);
});
