import { expect, test } from './harness/fixtures.ts';
import { expectHome, hostMeeting, joinMeeting, pressAway, tile } from './harness/flows.ts';

test('whoever hosts is asked before quitting takes the meeting from the others, also when out of it', async ({
  launch,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  const tray = await ana.tray();

  await tray.click('Quit Parley');
  const leaving = ana.page.getByRole('dialog', { name: 'Leave the meeting?' });
  await expect(leaving).toContainText('1 other person loses it');
  await leaving.getByRole('button', { name: 'Cancel' }).click();
  await expect(tile(ben.page, 'Ana')).toBeVisible();

  await ana.leave({ handOverTo: 'Ben' });
  await expectHome(ana.page);
  await tray.click('Quit Parley');
  const quitting = ana.page.getByRole('dialog', { name: 'Quit Parley?' });
  await expect(quitting).toContainText('1 other person loses it');
  await quitting.getByRole('button', { name: 'Cancel' }).click();
  await expect(ben.page.getByText('Reconnecting. Others may still hear you.')).toHaveCount(0);

  const ended = ana.ended();
  await tray.click('Quit Parley');
  await pressAway(quitting.getByRole('button', { name: 'Quit anyway' }));
  await ended;
  await expect(ben.page.getByText('Reconnecting. Others may still hear you.')).toBeVisible();
});
