import { expect, test } from './harness/fixtures.ts';
import { controls, endForEveryone, removePerson, tile } from './harness/flows.ts';
import { NotificationDesk } from './harness/notifications.ts';

test('whoever is removed while no window shows is told by the desktop, and a click brings the dialog', async ({
  meet,
}) => {
  const desk = await NotificationDesk.open();
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await ben.closeWindow('Keep running');
  await expect.poll(() => ben.windowVisible()).toBe(false);

  await removePerson(ana.page, 'Ben', { reason: 'Wrong meeting' });

  const shown = await desk.titled('You were removed from the meeting');
  expect(shown.body).toContain('Ana');
  expect(shown.body).toContain('Wrong meeting');
  desk.click(shown);
  await expect.poll(() => ben.windowVisible()).toBe(true);
  await expect(ben.page.getByRole('dialog', { name: 'You were removed from the meeting' })).toBeVisible();
  expect(desk.shown).toHaveLength(1);
  desk.close();
});

test('whoever looks at the window, and whoever ends the meeting, gets no notification', async ({ meet }) => {
  const desk = await NotificationDesk.open();
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await endForEveryone(ana.page, { reason: 'Done' });

  await expect(ben.page.getByRole('dialog', { name: 'The meeting was ended' })).toBeVisible();
  await expect(controls(ana.page)).toHaveCount(0);
  expect(desk.shown).toEqual([]);
  desk.close();
});
