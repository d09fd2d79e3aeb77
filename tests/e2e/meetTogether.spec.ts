import { expect, test } from './harness/fixtures.ts';
import { controls, expectMovingVideo, expectSound, hostMeeting, joinMeeting, tile } from './harness/flows.ts';

test('two people see and hear each other', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);

  for (const { page } of [ana, ben]) {
    await expectMovingVideo(page);
    await expectSound(page);
  }
  await expect(tile(ana.page, 'Ben').locator('video')).toBeVisible();
  await expect(tile(ben.page, 'Ana').locator('video')).toBeVisible();
});

test('four people meet in a mesh, and each gets everybody else', async ({ launch }) => {
  test.slow(); // Twelve pictures are encoded and twelve decoded on this one machine.
  const names = ['Ana', 'Ben', 'Cleo', 'Dev'];
  const people = await Promise.all(names.map((name) => launch(name)));
  const [ana, ...others] = people;
  if (!ana) throw new Error('nobody was launched');
  const link = await hostMeeting(ana.page, 'Ana');
  for (const { page, name } of others) await joinMeeting(page, name, link);

  for (const person of people) {
    for (const name of names) await expect(tile(person.page, name)).toBeVisible();
    await expect.poll(async () => (await person.media()).openConnections).toBe(3);
    await expectMovingVideo(person.page);
    await expectSound(person.page);
  }
});

test('mute and stop video really stop, and the others see it', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ana.page);

  await controls(ben.page).getByRole('button', { name: 'Stop video' }).click();
  await expect(controls(ben.page).getByRole('button', { name: 'Start video' })).toBeVisible();
  await expect(tile(ana.page, 'Ben').locator('video')).toBeHidden();
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual(['audio']);

  await controls(ben.page).getByRole('button', { name: 'Mute' }).click();
  await expect(tile(ana.page, 'Ben').getByLabel('Muted')).toBeVisible();
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual([]);

  await controls(ben.page).getByRole('button', { name: 'Unmute' }).click();
  await controls(ben.page).getByRole('button', { name: 'Start video' }).click();
  await expect(tile(ana.page, 'Ben').locator('video')).toBeVisible();
  await expectMovingVideo(ana.page);
  await expectSound(ana.page);
});

test('somebody who joins with everything off still sees and hears the others', async ({ launch }) => {
  const [ana, ben] = await Promise.all([
    launch('Ana'),
    launch('Ben', { settings: { joinWithMicrophone: false, joinWithCamera: false } }),
  ]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);

  await expectMovingVideo(ben.page);
  await expectSound(ben.page);
  expect((await ben.media()).liveTracks).toEqual([]);
  await expect(tile(ana.page, 'Ben').getByLabel('Muted')).toBeVisible();
});

test('a page that is lost comes back into the same meeting', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ana.page);

  await ben.page.reload();

  await expect(tile(ben.page, 'Ana')).toBeVisible();
  await expectMovingVideo(ana.page);
  await expect(ana.page.getByText('Ben left')).toHaveCount(0);
});
