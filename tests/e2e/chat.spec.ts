import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from './harness/fixtures.ts';
import { chatField, openChat, say } from './harness/chat.ts';
import { controls, joinMeeting, inviteLinkOf } from './harness/flows.ts';
import { NotificationDesk } from './harness/notifications.ts';

test('what is said is read by everybody, in lines and in order, and not by who comes later', async ({
  meet,
  launch,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const [anas, bens] = [await openChat(ana.page), await openChat(ben.page)];
  await expect(bens).toContainText('Nothing has been said yet');

  await say(ana.page, 'Good morning');
  await chatField(ana.page).fill('Two');
  await chatField(ana.page).press('Shift+Enter');
  await chatField(ana.page).pressSequentially('lines');
  await chatField(ana.page).press('Enter');
  await say(ben.page, 'Morning, Ana');

  for (const panel of [anas, bens]) {
    await expect(panel.getByRole('article')).toHaveCount(2);
    await expect(panel.getByRole('article').first()).toContainText('Good morningTwo\nlines');
    await expect(panel.getByRole('article').last()).toContainText('Morning, Ana');
  }
  await expect(anas.getByRole('article', { name: /^You,/ })).toHaveCount(1);
  await expect(bens.getByRole('article', { name: /^Ana,/ })).toHaveCount(1);

  const cid = await launch('Cid');
  await joinMeeting(cid.page, 'Cid', await inviteLinkOf(ana.page));
  const cids = await openChat(cid.page);
  await say(ben.page, 'Welcome, Cid');
  await expect(cids.getByRole('article')).toHaveCount(1);
  await expect(cids).not.toContainText('Good morning');
});

test('somebody who is mentioned while no window shows is told by the desktop, and a click brings the chat', async ({
  meet,
}) => {
  const desk = await NotificationDesk.open();
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await ben.closeWindow('Keep running');
  await expect.poll(() => ben.windowVisible()).toBe(false);

  const anas = await openChat(ana.page);
  await say(ana.page, 'Nobody in particular');
  await chatField(ana.page).pressSequentially('Are you there, @b');
  await expect(anas.getByRole('option', { name: 'Ben' })).toBeVisible();
  await chatField(ana.page).press('Enter');
  await expect(chatField(ana.page)).toHaveValue('Are you there, @Ben ');
  await chatField(ana.page).press('Enter');

  const shown = await desk.titled('Ana mentioned you');
  expect(shown.body).toContain('Are you there, @Ben');
  expect(desk.shown).toHaveLength(1);
  desk.click(shown);
  await expect.poll(() => ben.windowVisible()).toBe(true);
  const bens = ben.page.getByRole('region', { name: 'Chat', exact: true });
  await expect(bens.getByRole('article')).toContainText('Nobody in particular');
  await expect(bens).toContainText('You are meant: Are you there, @Ben');
  desk.close();
});

test('what is new is counted on the button until the chat is opened, where it begins at a line', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await openChat(ana.page);
  const button = controls(ben.page).getByRole('button', { name: 'Chat' });
  await say(ana.page, 'One');
  await expect(button).toHaveAccessibleDescription('1 new message');
  await expect(ben.page.getByTestId('polite')).toContainText('Ana: One');
  await say(ana.page, 'Two');
  await expect(button).toHaveAccessibleDescription('2 new messages');

  const bens = await openChat(ben.page);
  await expect(bens.getByText('New messages')).toBeVisible();
  await expect(button).not.toHaveAccessibleDescription(/new message/);
});

test('a link shows where it leads, and opens in the browser of the system and nowhere else', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await ben.running.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  const opened = () =>
    ben.running.app.evaluate(() => (globalThis as unknown as { readonly opened: readonly string[] }).opened);
  await openChat(ana.page);
  const bens = await openChat(ben.page);
  await say(
    ana.page,
    'javascript:alert(1) https://bank.example@evil.example/ https://аpple.com and https://example.org/a?b=c.',
  );

  await expect(bens.getByRole('link')).toHaveText(['https://xn--pple-43d.com', 'https://example.org/a?b=c']);
  const before = ben.page.url();
  await bens.getByRole('link').last().click();
  await bens.getByRole('link').last().click({ button: 'middle' });
  await bens
    .getByRole('link')
    .last()
    .click({ modifiers: ['Control'] });
  await expect.poll(opened).toEqual(['https://example.org/a?b=c', 'https://example.org/a?b=c']);
  expect(ben.page.url()).toBe(before);
  expect(ben.running.app.windows()).toHaveLength(1);
});

test('the chat is saved where the person says, with times and names; where that fails it is said', async ({ meet }) => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-chat-'));
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const anas = await openChat(ana.page);
  await openChat(ben.page);
  await say(ana.page, 'Grüße 🌞');
  await say(ben.page, 'One two');
  await expect(anas.getByRole('article')).toHaveCount(2);
  const answer = (filePath: string) =>
    ana.running.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path });
    }, filePath);

  await answer('');
  await anas.getByRole('button', { name: 'Save chat' }).click();
  await answer(join(folder, 'no', 'such', 'folder', 'chat.txt'));
  await anas.getByRole('button', { name: 'Save chat' }).click();
  await expect(anas.getByRole('alert')).toBeVisible();
  await answer(join(folder, 'chat.txt'));
  await anas.getByRole('button', { name: 'Save chat' }).click();
  await expect(ana.page.getByTestId('polite')).toContainText('Chat saved');

  const text = await readFile(join(folder, 'chat.txt'), 'utf8');
  expect(text).toMatch(
    /^Chat of the meeting [a-z-]+, saved on .*\n\n\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] Ana: Grüße 🌞\n/,
  );
  expect(text).toMatch(/\[.*\] Ben: One two\n$/);
  await rm(folder, { recursive: true });
});

test('a server that is cut and comes back loses nothing that was said, and nothing of it comes twice', async ({
  meet,
  server,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { server });
  const [anas, bens] = [await openChat(ana.page), await openChat(ben.page)];
  await say(ana.page, 'Before');
  await expect(bens.getByRole('article')).toContainText('Before');

  await server.kill();
  await expect(ana.page.getByText('Reconnecting').first()).toBeVisible();
  await say(ana.page, 'Meanwhile');
  await expect(anas).toContainText('Sent as soon as you are connected again');
  await server.start();

  await expect(bens.getByText('Meanwhile')).toHaveCount(1, { timeout: 25_000 });
  await expect(anas).not.toContainText('Sent as soon as');
  await say(ben.page, 'After');
  await expect(anas.getByText('After')).toHaveCount(1);
  for (const panel of [anas, bens]) {
    await expect(panel.getByText('Before', { exact: true })).toHaveCount(1);
    await expect(panel.getByText('Meanwhile', { exact: true })).toHaveCount(1);
  }
});

test('whoever leaves and comes back finds nothing of what was said before', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await openChat(ana.page);
  const bens = await openChat(ben.page);
  await say(ana.page, 'Between us');
  await expect(bens).toContainText('Between us');
  const link = await inviteLinkOf(ana.page);
  await ben.leave();
  await joinMeeting(ben.page, 'Ben', link);
  await expect(await openChat(ben.page)).toContainText('Nothing has been said yet');
  const kept = await ben.page.evaluate(() => window.parley.request('chat:all', {}));
  expect(JSON.stringify(kept)).not.toContain('Between us');
});
