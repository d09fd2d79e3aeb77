import { expect, test } from './harness/fixtures.ts';
import { hostMeeting, joinMeeting, openMeeting, removePerson, tile } from './harness/flows.ts';

test('whoever was barred is refused by a fresh start of the app too, before and after asking to join', async ({
  launch,
  server,
  keyring,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben', { server, keyring })]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await removePerson(ana.page, 'Ben', { reason: 'Wrong room', bar: true });
  const dialog = ben.page.getByRole('dialog', { name: 'You were removed from the meeting' });
  await expect(dialog).toContainText("You can't rejoin this meeting.");
  await expect(dialog.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);
  await ben.kill();

  const { page } = await launch('Ben', { profile: ben.running.profile, keyring });
  await openMeeting(page, link);
  const refusal = page.getByRole('alert').filter({ hasText: "a host removed you and doesn't let you back in" });
  await expect(refusal).toBeVisible();
  const answer = await page.evaluate(() => window.parley.request('session:join', { name: 'Ben' }));
  expect(answer).toMatchObject({ ok: false, error: { code: 'barred' } });
  await expect(refusal).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
});
