import { expect, test } from './harness/fixtures.ts';
import {
  controls,
  expectMovingVideo,
  hostMeeting,
  joinMeeting,
  openMeeting,
  openPeople,
  tile,
} from './harness/flows.ts';
import { expectReleasedBefore } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

test('going on with another device: the old one reads it, and for the others it is the same tile of the same host', async ({
  launch,
  server,
  keyring,
  secondDeviceOf,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server, keyring }), launch('Ben', { server })]);
  const other = await secondDeviceOf(ana);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expectMovingVideo(ben.page);
  const [toldToAna, toldToBen] = [await ana.hear(), await ben.hear()];

  const phone = await launch('Ana', { profile: other, keyring });
  await openMeeting(phone.page, link);
  await expect(phone.page.getByText('You will be host')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Join now' }).click();

  const dialog = ana.page.getByRole('dialog', { name: 'Continued on another device' });
  await expect(dialog).toContainText('took your place here');
  await expect(dialog.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);
  await expectReleasedBefore(ana.page);
  expect(await toldToAna()).toMatchObject([{ type: 'meeting-left', reason: { code: 1011 } }]);
  await recordExit(1011, 'continued on another device', { leaver: ana, others: [] });

  // Once more from the new device: what Ben sees is a picture that goes on, and no word about anybody.
  await expect(tile(phone.page, 'Ben')).toBeVisible();
  await expectMovingVideo(phone.page);
  await expectMovingVideo(ben.page);
  await expect(tile(ben.page, 'Ana')).toHaveCount(1);
  expect(await toldToBen()).toEqual([]);
  await expect(controls(phone.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
  const people = (await openPeople(ben.page)).getByRole('listitem');
  await expect(people).toHaveCount(2);
  await expect(people.filter({ hasText: 'Ana' })).toContainText('Host');
});
