import { expect, test } from './harness/fixtures.ts';
import { expectMovingVideo, hostMeeting, joinMeeting, tile } from './harness/flows.ts';
import { expectReleased } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

test('a server that is replaced by the next one brings everybody back, and nobody sees a leave', async ({
  launch,
  server,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben', { server })]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expectMovingVideo(ben.page);
  const heard = await Promise.all([ana.hear(), ben.hear()]);

  expect(await server.end('SIGTERM')).toBe(0);
  for (const { page } of [ana, ben]) await expect(page.getByText('Reconnecting').first()).toBeVisible();
  await expectMovingVideo(ben.page); // Media goes on meanwhile.
  await server.start();

  for (const { page } of [ana, ben]) await expect(page.getByText('Reconnecting')).toHaveCount(0, { timeout: 20_000 });
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expect(tile(ben.page, 'Ana')).toBeVisible();
  for (const notices of heard) expect(await notices()).toEqual([]);
});

test('a server that is shut down for good closes the meeting, with everything released, and says so (1006)', async ({
  launch,
  server,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben', { server })]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  const heard = await Promise.all([ana.hear(), ben.hear()]);

  expect(await server.end('SIGUSR2')).toBe(0);

  for (const { page } of [ana, ben]) {
    const dialog = page.getByRole('dialog', { name: 'The meeting was closed' });
    await expect(dialog).toContainText('The server of the meeting was shut down.');
    // Nobody is there to be asked whether one may come back.
    await expect(dialog).toContainText("The server can't be reached right now.");
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expectReleased(page);
  }
  for (const notices of heard) {
    expect(await notices()).toMatchObject([
      { type: 'removed-from-room', roomWasEnded: true, peerWhoRemoved: null },
      { type: 'meeting-left', reason: { code: 1006 }, policy: 'shutdown' },
    ]);
  }
  await recordExit(1006, 'its server was shut down for good', { leaver: ben, others: [ana] });
});
