import { expect, test } from './harness/fixtures.ts';
import { controls, expectHome, expectMovingVideo, hostMeeting, openMeeting, pressAway, tile } from './harness/flows.ts';
import { expectReleased } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

test('a guest leaves with one click, everything is released, and rejoins with one', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ben.page);

  await controls(ben.page).getByRole('button', { name: 'Leave' }).click();

  await expectHome(ben.page);
  await expect(ben.page.getByRole('main').getByText('You left')).toBeVisible();
  await expectReleased(ben.page);
  await expect(ben.page.getByRole('dialog')).toHaveCount(0);
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await expect(ana.page.getByText('Ben left').first()).toBeVisible();
  await recordExit(1101, 'left', { leaver: ben, others: [ana] });

  await ben.page.getByRole('button', { name: 'Rejoin' }).first().click();
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expectMovingVideo(ben.page);
});

test('a host who leaves hands the meeting over to somebody', async ({ meet }) => {
  const [ana, ben, cleo] = await meet(['Ana', 'Ben', 'Cleo']);

  await ana.leave({ handOverTo: 'Ben' });

  await expectHome(ana.page);
  await expectReleased(ana.page);
  await expect(controls(ben.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
  await expect(cleo.page.getByText('Ana left').first()).toBeVisible();
  await expect(controls(cleo.page).getByRole('button', { name: 'End for everyone' })).toHaveCount(0);
  await expect(cleo.page.getByText('Ana made Ben host').first()).toBeVisible();
  await expect(ben.page.getByText(/^Ana made you host/).first()).toBeVisible();

  await expect(ana.page.getByText('You come back as host.')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Rejoin' }).click();
  await expect(controls(ana.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
});

test("the tray's quick-leave works with the window hidden", async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const tray = await ben.tray();
  await expect.poll(() => tray.labels()).toContain('Leave meeting');
  await ben.closeWindow('Keep running');
  await expect.poll(() => ben.windowVisible()).toBe(false);
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await tray.click('Leave meeting');

  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await expect(ana.page.getByText('Ben left').first()).toBeVisible();
  await expectReleased(ben.page);
});

test('the only host who leaves by the tray is asked in the window who is host next', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await ana.closeWindow('Keep running');
  await expect.poll(() => ana.windowVisible()).toBe(false);
  const tray = await ana.tray();
  await expect.poll(() => tray.labels()).toContain('Leave meeting');
  await tray.click('Leave meeting');
  await expect.poll(() => ana.windowVisible()).toBe(true);
  const dialog = ana.page.getByRole('dialog', { name: 'Leave the meeting?' });
  await expect(dialog.getByRole('radio', { name: 'Ben' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expectHome(ana.page);
  await expect(controls(ben.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
});

test("the tray's quick-leave works while the app is still connecting", async ({ launch, server }) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben', { server })]);
  const link = await hostMeeting(ana.page, 'Ana');
  await openMeeting(ben.page, link);
  await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Ben');
  const tray = await ben.tray();

  server.pause();
  await ben.page.getByRole('button', { name: 'Join now' }).click();
  await expect.poll(() => tray.labels()).toContain('Leave meeting');
  await tray.click('Leave meeting');
  await expectReleased(ben.page);
  server.resume();

  await expectHome(ben.page);
  await expect(tile(ana.page, 'Ana')).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
});

test('the tray mutes, unmutes, and stops and starts the video', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const tray = await ben.tray();
  await expect.poll(() => tray.labels()).toEqual(['Mute', 'Stop video', 'Leave meeting', 'Show Parley', 'Quit Parley']);

  await tray.click('Mute');
  await expect(controls(ben.page).getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expect.poll(() => tray.labels()).toContain('Unmute');
  await expect(tile(ana.page, 'Ben').getByLabel('Muted')).toBeVisible();
  await tray.click('Unmute');
  await expect(tile(ana.page, 'Ben').getByLabel('Muted')).toHaveCount(0);

  await tray.click('Stop video');
  await expect(controls(ben.page).getByRole('button', { name: 'Start video' })).toBeVisible();
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual(['audio']);
  await tray.click('Start video');
  await expect.poll(async () => (await ben.media()).liveTracks.toSorted()).toEqual(['audio', 'video']);
  await expectMovingVideo(ana.page);
});

test('closing the window in a meeting asks: cancel stays, leave leaves', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);

  await ben.closeWindow('Cancel');
  await expect(tile(ben.page, 'Ana')).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await ben.closeWindow('Leave');
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await expect(ana.page.getByText('Ben left').first()).toBeVisible();
});

test('quitting in a meeting asks, leaves, and ends the process', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const tray = await ben.tray();
  const ended = ben.ended();

  await tray.click('Quit Parley');
  const dialog = ben.page.getByRole('dialog', { name: 'Leave the meeting?' });
  await pressAway(dialog.getByRole('button', { name: 'Leave' }));

  await ended;
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await expect(ana.page.getByText('Ben left').first()).toBeVisible();
});
