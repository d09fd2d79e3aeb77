import { expect, test } from './harness/fixtures.ts';
import { endForEveryone, expectMovingVideo, inviteLinkOf, openMeeting, removePerson, tile } from './harness/flows.ts';
import { countMedia, expectReleased } from './harness/mediaWatch.ts';
import { recordExit } from './harness/recordExit.ts';

test('whoever is removed reads by whom and why, and may rejoin; the others see them removed', async ({ meet }) => {
  const [ana, ben, cleo] = await meet(['Ana', 'Ben', 'Cleo']);
  await expectMovingVideo(ben.page);

  await removePerson(ana.page, 'Ben', { reason: 'Wrong meeting' });

  const dialog = ben.page.getByRole('dialog', { name: 'You were removed from the meeting' });
  await expect(dialog).toContainText('Ana');
  await expect(dialog).toContainText('Wrong meeting');
  await expectReleased(ben.page);
  for (const { page } of [ana, cleo]) {
    await expect(tile(page, 'Ben')).toHaveCount(0);
    await expect(page.getByText('Ben was removed').first()).toBeVisible();
    await expect.poll(async () => (await countMedia(page)).openConnections).toBe(1);
  }

  await recordExit(1002, 'removed', { leaver: ben, others: [ana, cleo] });
  await dialog.getByRole('button', { name: 'Rejoin' }).click();
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expectMovingVideo(ben.page);
});

test('whoever is removed and barred is told so, and is refused afterwards', async ({ meet, server }) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { server });
  const link = await inviteLinkOf(ana.page);

  await removePerson(ana.page, 'Ben', { reason: 'Enough', bar: true });

  const dialog = ben.page.getByRole('dialog', { name: 'You were removed from the meeting' });
  await expect(dialog).toContainText('Ana');
  await expect(dialog).toContainText('Enough');
  await expect(dialog).toContainText("can't rejoin");
  await expect(dialog.getByRole('button', { name: 'Rejoin' })).toHaveCount(0);
  await recordExit(1002, 'removed, and barred', { leaver: ben, others: [ana] });
  await dialog.getByRole('button', { name: 'Back to home' }).click();

  await server.restart();
  await expect(tile(ana.page, 'Ana')).toBeVisible();
  await openMeeting(ben.page, link);
  await ben.page.getByRole('button', { name: 'Join now' }).click();
  await expect(ben.page.getByRole('alert')).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
});

test('when removal and end race, there is one dialog and one reason', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  // Both orders leave in one turn of the host's event loop, before either is answered.
  await ben.page.evaluate(() => {
    window.heard = [];
    window.parley.on('notice', (notice) => window.heard?.push(notice.type));
  });
  await ana.page.evaluate(async () => {
    const answer = await window.parley.request('app:snapshot', {});
    if (!answer.ok || answer.value.session.phase !== 'joined') throw new Error('the host is not in the meeting');
    const { room, me } = answer.value.session;
    const other = Object.values(room.participants).find(({ id }) => id !== me);
    if (!other) throw new Error('nobody else is in the meeting');
    void window.parley.request('room:remove', { participant: other.id, reason: 'first', bar: false });
    void window.parley.request('room:end', { reason: 'second', lock: false });
  });

  await expect(ben.page.getByRole('dialog')).toHaveCount(1);
  await expect(ben.page.getByRole('dialog', { name: 'You were removed from the meeting' })).toBeVisible();
  await expectReleased(ben.page);
  await expectReleased(ana.page);
  await expect.poll(() => ben.page.evaluate(() => window.heard)).toEqual(['removed-from-room', 'meeting-left']);
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Back to home' }).click();
  await expect(ben.page.getByRole('dialog')).toHaveCount(0);
});

test('a hidden window shows the dialog of an end once it is opened again, and only once', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await ben.closeWindow('Keep running');
  await expect.poll(() => ben.windowVisible()).toBe(false);

  await endForEveryone(ana.page, { reason: 'Done' });

  await expectReleased(ben.page);
  const tray = await ben.tray();
  await tray.click('Show Parley');
  await expect.poll(() => ben.windowVisible()).toBe(true);
  const dialog = ben.page.getByRole('dialog', { name: 'The meeting was ended' });
  await expect(dialog).toContainText('Done');
  await dialog.getByRole('button', { name: 'Back to home' }).click();
  await expect(ben.page.getByRole('dialog')).toHaveCount(0);
});

declare global {
  interface Window {
    heard?: string[];
  }
}
