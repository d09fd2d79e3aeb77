import { type Page } from '@playwright/test';

import { expect, type Launch, test } from './harness/fixtures.ts';
import {
  controls,
  expectMovingVideo,
  hostMeeting,
  joinFromPreview,
  joinMeeting,
  roomIn,
  tile,
  turnLock,
} from './harness/flows.ts';
import type { StandaloneServer } from './harness/standaloneServer.ts';

const question = (page: Page) => page.getByRole('dialog', { name: 'Go to another meeting?' });

/** Ana and Ben are in one meeting, Cleo in another; `here` and `there` are the links to them. */
async function twoMeetings(launch: Launch, server: StandaloneServer) {
  const [ana, ben, cleo] = await Promise.all([
    launch('Ana', { server }),
    launch('Ben', { server }),
    launch('Cleo', { server }),
  ]);
  const [here, there] = [await hostMeeting(ana.page, 'Ana'), await hostMeeting(cleo.page, 'Cleo')];
  await joinMeeting(ben.page, 'Ben', here);
  return { ana, ben, cleo, here, there };
}

test('a link in a meeting leads straight into the other one, and those left read where one went', async ({
  launch,
  server,
}) => {
  const { ana, ben, cleo, here, there } = await twoMeetings(launch, server);
  await controls(ben.page).getByRole('button', { name: 'Mute', exact: true }).click();
  await expectMovingVideo(ben.page);
  const [toldToAna, toldToBen] = [await ana.hear(), await ben.hear()];

  await ben.openLink(there);
  await expect(question(ben.page)).toContainText(roomIn(there));
  await expect(question(ben.page)).toContainText(`You leave ${roomIn(here)} for it`);
  await question(ben.page).getByRole('button', { name: 'Switch now' }).click();

  await expect(tile(cleo.page, 'Ben')).toBeVisible();
  await expectMovingVideo(cleo.page);
  await expectMovingVideo(ben.page);
  await expect(controls(ben.page).getByRole('button', { name: 'Unmute', exact: true })).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await expect(ana.page.getByText('Ben moved to another meeting').first()).toBeVisible();
  expect(await toldToAna()).toMatchObject([{ type: 'participant-left', name: 'Ben', reason: { code: 1005 } }]);
  expect(await toldToBen()).toMatchObject([{ type: 'meeting-left', reason: { code: 1005 } }]);
});

test('a meeting that lets nobody in changes nothing about the one I am in, nor does a change of mind', async ({
  launch,
  server,
}) => {
  const { ana, ben, cleo, here, there } = await twoMeetings(launch, server);
  await turnLock(cleo.page, 'Lock');
  await expectMovingVideo(ben.page);
  const [toldToAna, toldToBen] = [await ana.hear(), await ben.hear()];

  await ben.openLink(there);
  await question(ben.page).getByRole('button', { name: 'Cancel' }).click();
  await expect(question(ben.page)).toHaveCount(0);
  expect(await toldToBen()).toEqual([]);

  await ben.openLink(there);
  await question(ben.page).getByRole('button', { name: 'Leave and continue' }).click();
  const failed = ben.page.getByRole('dialog', { name: `You are still in ${roomIn(here)}` });
  await expect(failed).toContainText(`${roomIn(there)} did not let you in`);
  await expect(failed).toContainText('The meeting is locked');
  await failed.getByRole('button', { name: 'Details' }).click();
  await expect(failed).toContainText('1104');
  await failed.getByRole('button', { name: 'Close' }).click();

  await expectMovingVideo(ben.page);
  await expectMovingVideo(ana.page);
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  expect(await toldToAna()).toEqual([]);
  expect(await toldToBen()).toMatchObject([{ type: 'switch-failed', error: { code: 'room-locked' }, stillIn: true }]);
});

test('the only host says who is host next, and looks at the other meeting before joining it', async ({
  launch,
  server,
}) => {
  const { ana, ben, cleo, there } = await twoMeetings(launch, server);

  await ana.page.getByRole('button', { name: 'Go to another meeting' }).click();
  await question(ana.page).getByRole('textbox', { name: 'Meeting code or link' }).fill(there);
  await expect(question(ana.page).getByRole('radio', { name: 'Ben' })).toBeChecked();
  await question(ana.page).getByRole('button', { name: 'Leave and continue' }).click();

  await expect(ana.page.getByText('You will be a guest')).toBeVisible();
  await expect(tile(cleo.page, 'Ana')).toHaveCount(0);
  await expect(controls(ben.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
  await joinFromPreview(ana.page, 'Ana');
  await expect(tile(cleo.page, 'Ana')).toBeVisible();
});
