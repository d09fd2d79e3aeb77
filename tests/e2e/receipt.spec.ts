import { expect, test } from './harness/fixtures.ts';
import { endForEveryone, expectHome, hostMeeting, inviteLinkOf } from './harness/flows.ts';
import type { Person } from './harness/person.ts';

const clipboardOf = ({ running }: Person): Promise<string> =>
  running.app.evaluate(({ clipboard }) => clipboard.readText());

test('the receipt of an end says who, why and how long, is copied, and is there again after a restart', async ({
  launch,
  meet,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const link = await inviteLinkOf(ana.page);
  await endForEveryone(ana.page, { reason: 'Lunch is ready' });

  const dialog = ben.page.getByRole('dialog', { name: 'The meeting was ended' });
  await dialog.getByRole('button', { name: 'Details' }).click();
  await dialog.getByRole('button', { name: 'Copy receipt' }).click();
  await expect(ben.page.getByText('Receipt copied').first()).toBeVisible();
  const copied = await clipboardOf(ben);
  expect(copied).toContain('Ana ended the meeting for everyone.');
  expect(JSON.parse(copied.slice(copied.indexOf('{')))).toMatchObject({
    reason: { code: 1008, type: 'REMOVE_ALL' },
    removal: { reason: 'Lunch is ready', peerWhoRemoved: { name: 'Ana' } },
    connection: { state: 'live' },
  });
  expect(copied).not.toContain(link.slice(link.indexOf('#') + 1));

  await dialog.getByRole('button', { name: 'Back to home' }).click();
  await ben.kill();
  const again = await launch('Ben', { profile: ben.running.profile });
  await again.page.getByRole('button', { name: 'What happened in earlier meetings' }).click();
  const kept = again.page.getByRole('dialog', { name: 'What happened?' });
  await expect(kept.getByRole('listitem')).toHaveCount(1);
  await expect(kept).toContainText('Lunch is ready');
  await kept.getByRole('button', { name: 'Delete all' }).click();
  await expect(kept).toContainText('Nothing is kept of this.');
});

test('of a leave, which has no dialog, home says what happened', async ({ launch }) => {
  const ana = await launch('Ana');
  await hostMeeting(ana.page, 'Ana');
  await ana.leave();
  await expectHome(ana.page);
  await ana.page.getByRole('button', { name: /^What happened in [a-z-]+\?$/ }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'What happened?' });
  await expect(dialog.getByRole('listitem')).toContainText('You left');
  await expect(dialog.getByRole('listitem')).toContainText('code 1101');
});
