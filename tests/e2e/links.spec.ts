import { expect, test } from './harness/fixtures.ts';
import { expectHome, hostMeeting, joinFromPreview, joinMeeting, tile } from './harness/flows.ts';
import { countMedia } from './harness/mediaWatch.ts';

test('a link opened by a second instance asks first, showing server and room, before anything is connected', async ({
  launch,
  server,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await expect.poll(() => server.connections()).toBe(1); // Ana's own.

  const second = await ben.openLink(link);
  expect(second).toBe(0);

  const ask = ben.page.getByRole('dialog').filter({ hasText: server.address });
  await expect(ask).toContainText(/[a-z]{3}-[a-z]{4}-[a-z]{3}/);
  expect(await server.connections()).toBe(1);
  expect(await countMedia(ben.page)).toEqual({ liveTracks: [], openConnections: 0 });

  await ask.getByRole('button', { name: 'Continue' }).click();
  // A server never used before takes a second step.
  const trust = ben.page.getByRole('dialog').filter({ hasText: 'first time' });
  await expect(trust).toContainText(server.address);
  expect(await server.connections()).toBe(1);
  await trust.getByRole('button', { name: 'Continue' }).click();

  await joinFromPreview(ben.page, 'Ben');
  await expect(tile(ana.page, 'Ben')).toBeVisible();
});

test('a link that is turned down leads nowhere', async ({ launch, server }) => {
  const [ana, ben] = await Promise.all([launch('Ana', { server }), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await expect.poll(() => server.connections()).toBe(1); // Ana's own.

  await ben.openLink(link);
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await expect(ben.page.getByRole('dialog')).toHaveCount(0);
  await expectHome(ben.page);
  expect(await server.connections()).toBe(1);
});

test('a link opened during a meeting asks before it switches, and says that it leaves', async ({ launch }) => {
  const [ana, ben, cleo] = await Promise.all([launch('Ana'), launch('Ben'), launch('Cleo')]);
  const [here, there] = [await hostMeeting(ana.page, 'Ana'), await hostMeeting(cleo.page, 'Cleo')];
  await joinMeeting(ben.page, 'Ben', here);

  await ben.openLink(there);
  const ask = ben.page.getByRole('dialog').filter({ hasText: 'leave' });
  await expect(ask).toBeVisible();
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await ask.getByRole('button', { name: 'Continue' }).click();
  await ben.page
    .getByRole('dialog')
    .filter({ hasText: 'first time' })
    .getByRole('button', { name: 'Continue' })
    .click();

  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await joinFromPreview(ben.page, 'Ben');
  await expect(tile(cleo.page, 'Ben')).toBeVisible();
});

test('a link that makes no sense is named as such, and nothing happens', async ({ launch }) => {
  const ben = await launch('Ben');
  await ben.openLink('parley://join/example.org:99999/not-a-room#short');

  const dialog = ben.page.getByRole('dialog').filter({ hasText: 'link' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expectHome(ben.page);
});
