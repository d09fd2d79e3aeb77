import { expect, test } from './harness/fixtures.ts';
import { expectHome, hostMeeting, inviteLinkOf, joinMeeting, tile } from './harness/flows.ts';
import { expectReleasedBefore } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

test.describe('a server with a time limit', () => {
  test.use({ serverLimits: 'durationMs=25000' });

  test('shows what is left, warns, closes the meeting for host and guest alike and says why (1006)', async ({
    launch,
    server,
  }) => {
    const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben')]);
    const link = await hostMeeting(ana.page, 'Ana');
    await joinMeeting(ben.page, 'Ben', link);
    await expect(tile(ana.page, 'Ben')).toBeVisible();
    const [heard] = await Promise.all([ben.hear(), ana.hear()]);
    for (const { page } of [ana, ben]) {
      await expect(page.getByRole('timer', { name: /^Time left: 0:\d\d$/ })).toBeVisible();
      await expect(page.getByRole('main').getByText('ends in less than a minute: its time limit')).toBeVisible();
    }
    for (const { page } of [ana, ben]) {
      const dialog = page.getByRole('dialog', { name: 'The meeting was closed' });
      await expect(dialog).toContainText('The meeting reached its time limit.', { timeout: 30_000 });
      await expect(dialog.getByRole('button', { name: 'Rejoin' })).toBeVisible();
    }
    await expectReleasedBefore(ben.page);
    expect(await heard()).toMatchObject([
      { type: 'removed-from-room', roomWasEnded: true, peerWhoRemoved: null },
      { type: 'meeting-left', reason: { code: 1006 }, policy: 'duration' },
    ]);
    await recordExit(1006, 'the time limit was reached', { leaver: ben, others: [ana] });
  });
});

// 3 s alone instead of five minutes.
const SOON = { aloneMinutes: 0.05 };

test('whoever is alone is asked: they stay, are joined by somebody, who takes the question back, or leave', async ({
  launch,
  server,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server, settings: SOON }), launch('Ben')]);
  await hostMeeting(ana.page, 'Ana');
  const link = await inviteLinkOf(ana.page);
  const question = ana.page.getByRole('dialog', { name: 'You are alone here' });

  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(question).toHaveCount(0);

  await expect(question).toBeVisible();
  await joinMeeting(ben.page, 'Ben', link);
  await expect(question).toHaveCount(0);
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await ben.leave();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expectHome(ana.page);
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);
});

test('whoever is alone and does not answer is out within a minute, with nothing left on (1006)', async ({
  launch,
  server,
}) => {
  test.setTimeout(150_000);
  const ana = await launch('Ana', { server, settings: SOON });
  await hostMeeting(ana.page, 'Ana');
  const heard = await ana.hear();
  await expect(ana.page.getByRole('dialog', { name: 'You are alone here' })).toBeVisible();
  const over = ana.page.getByRole('dialog', { name: 'You left, because nobody else was here' });
  await expect(over).toContainText('You were alone in the meeting', { timeout: 75_000 });
  await expectReleasedBefore(ana.page);
  expect(await heard()).toMatchObject([{ type: 'meeting-left', reason: { code: 1006 }, policy: 'alone' }]);
  await recordExit(1006, 'alone, and no answer to the question', { leaver: ana, others: [] });
  await expect(over.getByRole('button', { name: 'Rejoin' })).toBeVisible();
});
