import { reasonOf } from '#meeting/reason.ts';

import { expect, test } from './harness/fixtures.ts';
import { chooseAbout, controls, expectMovingVideo, expectSound, tile } from './harness/flows.ts';
import { countMedia } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

const CAN_NOT_SPEAK = "You can't speak: your role here is viewer";

test('a viewer sends nothing, is told why, goes on seeing and hearing, and can be let speak again', async ({
  meet,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ana.page);
  const [heard] = await Promise.all([ana.hear(), ben.hear()]);

  await chooseAbout(ana.page, 'Ben', 'Make viewer');

  await expect(ben.page.getByText('Ana made you a viewer').first()).toBeVisible();
  await expect(controls(ben.page).getByRole('button', { name: CAN_NOT_SPEAK })).toBeVisible();
  await expect(controls(ben.page).getByRole('button', { name: /^(Unmute|Mute|Start video|Stop video)$/ })).toHaveCount(
    0,
  );
  // Released, not only silent: no device is open any more.
  await expect.poll(async () => (await countMedia(ben.page)).liveTracks).toEqual([]);
  await expect(ben.page.getByRole('dialog')).toHaveCount(0);
  await expect(tile(ben.page, 'Ana')).toBeVisible();
  await expectMovingVideo(ben.page);
  await expectSound(ben.page);
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expect(tile(ana.page, 'Ben').locator('video')).toHaveCount(0);
  await expect.poll(async () => (await heard()).map(({ type }) => type)).toEqual(['participant-left', 'role-changed']);
  expect((await heard())[0]).toMatchObject({ name: 'Ben', reason: reasonOf('REMOVE_PEER_VIEWER_MODE_CHANGED') });
  await recordExit(1003, 'made a viewer', { leaver: ben, others: [ana] });

  // A page that asks all the same is refused by main.
  const asked = await ben.page.evaluate(() => window.parley.request('capture:want', { kind: 'microphone', on: true }));
  expect(asked).toMatchObject({ ok: false, error: { code: 'forbidden' } });

  await chooseAbout(ana.page, 'Ben', 'Make guest');
  await expect(controls(ben.page).getByRole('button', { name: 'Unmute' })).toBeVisible();
  expect((await countMedia(ben.page)).liveTracks).toEqual([]);
  await controls(ben.page).getByRole('button', { name: 'Start video' }).click();
  await expectMovingVideo(ana.page);
});

test('host to co-host to viewer: both sides see each step, and what it takes away', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);

  await chooseAbout(ana.page, 'Ben', 'Make host');
  await expect(ben.page.getByText('Ana made you host').first()).toBeVisible();
  await expect(controls(ben.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();

  await chooseAbout(ben.page, 'Ana', 'Make co-host');
  await expect(ana.page.getByText('Ben made you co-host').first()).toBeVisible();
  await expect(ben.page.getByText('You made Ana co-host').first()).toBeVisible();
  await expect(controls(ana.page).getByRole('button', { name: 'End for everyone' })).toHaveCount(0);
  await expect(ana.page.getByRole('button', { name: 'Lock the meeting' })).toBeVisible();
  for (const { page } of [ana, ben]) {
    await expect(page.getByRole('region', { name: 'People' }).getByText('Co-host')).toBeVisible();
  }

  await chooseAbout(ben.page, 'Ana', 'Make viewer');
  await expect(ana.page.getByText('Ben made you a viewer').first()).toBeVisible();
  await expect(ana.page.getByRole('button', { name: 'Lock the meeting' })).toHaveCount(0);
  await expect(controls(ana.page).getByRole('button', { name: CAN_NOT_SPEAK })).toBeVisible();
  await expect(ben.page.getByRole('region', { name: 'People' }).getByText('Viewer')).toBeVisible();
});

test('handing over inside the meeting: the other is host, and I stay as a guest', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await chooseAbout(ana.page, 'Ben', 'Hand over to Ben');
  await expect(controls(ben.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
  await expect(controls(ana.page).getByRole('button', { name: 'End for everyone' })).toHaveCount(0);
  await expect(ben.page.getByText('Ana stepped down and is now a guest').first()).toBeVisible();
  await expect(tile(ben.page, 'Ana')).toBeVisible();
});
