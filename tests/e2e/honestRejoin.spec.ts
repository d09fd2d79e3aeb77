import { expect, test } from './harness/fixtures.ts';
import { expectHome, removePerson, tile, turnLock } from './harness/flows.ts';

test('whoever left is told when the host locks the meeting, and offered the way back when it is open again', async ({
  meet,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await ben.leave();
  await expectHome(ben.page);
  await expect(ben.page.getByRole('button', { name: 'Rejoin' })).toBeVisible();

  await turnLock(ana.page, 'Lock');
  await ben.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(ben.page.getByText('The meeting is locked: nobody is let in right now.')).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);

  await turnLock(ana.page, 'Unlock');
  // By itself: nobody looks at the window in between.
  await ben.page.getByRole('button', { name: 'Rejoin' }).click({ timeout: 30_000 });
  await expect(tile(ana.page, 'Ben')).toBeVisible();
});

test('whoever was removed is offered the way back for as long as the room would let them in', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await removePerson(ana.page, 'Ben', { reason: 'Wrong meeting' });
  const dialog = ben.page.getByRole('dialog', { name: 'You were removed from the meeting' });
  await expect(dialog.getByRole('button', { name: 'Rejoin' })).toBeVisible();

  await turnLock(ana.page, 'Lock');
  await expect(dialog).toContainText('The meeting is locked', { timeout: 30_000 });
  await expect(dialog.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);
});
