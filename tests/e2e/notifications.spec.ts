import { expect, test } from './harness/fixtures.ts';
import { controls, endForEveryone, hostMeeting, openMeeting, removePerson, tile } from './harness/flows.ts';
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

test('somebody waits while no window shows: a click leads to the list, in which they are let in', async ({
  launch,
}) => {
  const desk = await NotificationDesk.open();
  const ana = await launch('Ana');
  const link = await hostMeeting(ana.page, 'Ana');
  expect(await ana.page.evaluate(() => window.parley.request('room:set-lobby', { on: true }))).toMatchObject({
    ok: true,
  });
  await ana.closeWindow('Keep running');
  await expect.poll(() => ana.windowVisible()).toBe(false);

  const ben = await launch('Ben');
  await openMeeting(ben.page, link);
  await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Ben');
  await ben.page.getByRole('button', { name: 'Join now' }).click();

  desk.click(await desk.titled('Ben waits to be let in'));
  await expect.poll(() => ana.windowVisible()).toBe(true);
  const waiting = ana.page.getByRole('region', { name: /^Waiting/ });
  await waiting.getByRole('listitem').filter({ hasText: 'Ben' }).getByRole('button', { name: 'Let in' }).click();
  await expect(tile(ben.page, 'Ben')).toBeVisible();
  desk.close();
});

test('a meeting that is ended while no window shows is told of, and a click brings the dialog', async ({ meet }) => {
  const desk = await NotificationDesk.open();
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await ben.closeWindow('Keep running');
  await expect.poll(() => ben.windowVisible()).toBe(false);

  await endForEveryone(ana.page, { reason: 'Done' });

  const shown = await desk.titled('The meeting was ended');
  expect(shown.body).toContain('Done');
  desk.click(shown);
  await expect(ben.page.getByRole('dialog', { name: 'The meeting was ended' })).toBeVisible();
  await expect.poll(() => ben.windowVisible()).toBe(true);
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
