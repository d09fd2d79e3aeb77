import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Rectangle } from 'electron';

import { expect, test } from './harness/fixtures.ts';
import { controls, endForEveryone, expectHome, pressAway } from './harness/flows.ts';
import type { Person } from './harness/person.ts';
import { WindowManager } from './harness/windowManager.ts';

let manager: WindowManager;
test.beforeAll(async () => {
  manager = await WindowManager.open();
});
test.afterAll(() => manager.close());

/** The main window is minimised as its button does it; settles with the small one that comes for it. */
async function minimize({ running: { app } }: Person): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => !window.isAlwaysOnTop())
      ?.minimize();
  });
  const mini = await opened;
  await mini.getByRole('main', { name: 'Parley: small window' }).waitFor();
  return mini;
}

/** What main knows of its windows; the small one is the one that stays on top. */
const windows = ({ running: { app } }: Person) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      isMini: window.isAlwaysOnTop(),
      isMinimized: window.isMinimized(),
      bounds: window.getBounds(),
    })),
  );

const put = ({ running: { app } }: Person, bounds: Readonly<Rectangle>) =>
  app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.isAlwaysOnTop())
      ?.setBounds(bounds);
  }, bounds);

/** Where the small window will be the next time. */
async function keptPlace({ running: { profile } }: Person): Promise<unknown> {
  const settings: unknown = JSON.parse(await readFile(join(profile, 'settings.json'), 'utf8'));
  return (settings as { readonly miniPlace?: unknown }).miniPlace;
}

const mini = async (person: Person) => (await windows(person)).filter(({ isMini }) => isMini);

test('minimised in a meeting, a small window on top shows who is there, mutes, and leads back', async ({
  meet,
}, testInfo) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const small = await minimize(ben);
  await expect(small.getByRole('group', { name: 'Ana' })).toBeVisible();
  expect(await mini(ben)).toHaveLength(1);
  // A picture that is decoded in the page, in another window of its process.
  await expect
    .poll(() => small.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  await testInfo.attach('small window', { body: await small.screenshot(), contentType: 'image/png' });

  await small.getByRole('button', { name: 'Mute' }).click();
  await expect(small.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expect(ana.page.getByRole('group', { name: 'Ben' }).getByLabel('Muted')).toBeVisible();
  await small.getByRole('button', { name: 'Stop video' }).click();
  await expect(small.getByRole('button', { name: 'Start video' })).toBeVisible();

  await pressAway(small.getByRole('button', { name: 'Back to the meeting' }));
  await expect.poll(() => mini(ben)).toEqual([]);
  expect(await windows(ben)).toMatchObject([{ isMinimized: false }]);
  await expect(controls(ben.page).getByRole('button', { name: 'Unmute' })).toBeVisible();
});

test('it leaves the meeting, and goes with it', async ({ meet }) => {
  const [, ben] = await meet(['Ana', 'Ben']);
  const small = await minimize(ben);
  await pressAway(small.getByRole('button', { name: 'Leave' }));
  await expect.poll(() => mini(ben)).toEqual([]);
  await expectHome(ben.page);
});

test('the only host is asked in the main window who is host next', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  const small = await minimize(ana);
  await pressAway(small.getByRole('button', { name: 'Leave' }));
  const dialog = ana.page.getByRole('dialog', { name: 'Leave the meeting?' });
  await expect(dialog.getByRole('radio', { name: 'Ben' })).toBeChecked();
  await expect.poll(() => mini(ana)).toEqual([]);
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expectHome(ana.page);
  await expect(controls(ben.page).getByRole('button', { name: 'End for everyone' })).toBeVisible();
});

test('it is where it was put, as small as it was made, and goes when the meeting is ended by others', async ({
  meet,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await minimize(ben);
  const place = { x: 60, y: 80, width: 260, height: 200 };
  // What becomes of a window in its first second is the window manager's doing, and is not kept for a person's.
  await expect
    .poll(async () => {
      await put(ben, place);
      return keptPlace(ben);
    })
    .toMatchObject(place);
  const kept = () =>
    ben.page.evaluate(() => window.parley.request('app:snapshot', {})).then((answer) => answer.ok && answer.value.mini);
  await expect.poll(kept).toBe(true);
  await ben.running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.isAlwaysOnTop())
      ?.close();
  });
  await expect.poll(() => mini(ben)).toEqual([]);

  await ben.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.isMinimized())
      ?.restore(),
  );
  await expect.poll(async () => (await windows(ben))[0]?.isMinimized).toBe(false);
  await minimize(ben);
  await expect.poll(async () => (await mini(ben))[0]?.bounds).toEqual(place);

  await endForEveryone(ana.page);
  await expect.poll(() => mini(ben)).toEqual([]);
});

test('it reaches nothing of main, shows no other document, and the page opens no other window', async ({ launch }) => {
  const ana = await launch('Ana');
  const opens = (frame: string) => ana.page.evaluate((name) => window.open('about:blank', name) !== null, frame);
  expect([await opens('parley-mini'), await opens('other')], 'none outside of a meeting').toEqual([false, false]);
  await ana.page.getByRole('button', { name: 'New meeting' }).click();
  await ana.page.getByRole('button', { name: 'Join now' }).click();
  await expect(controls(ana.page)).toBeVisible();
  const opened = ana.running.app.waitForEvent('window');
  await ana.page.getByRole('button', { name: 'Small window' }).click();
  const small = await opened;
  await expect(small.getByText('Nobody else is here')).toBeVisible();
  expect(await opens('other')).toBe(false);

  const reach = await small.evaluate(async () => ({
    bridge: 'parley' in window,
    node: ['require', 'process', 'module'].filter((name) => name in globalThis),
    camera: await navigator.mediaDevices?.getUserMedia({ video: true }).then(
      () => 'open',
      (error: Error) => error.name,
    ),
    opens: window.open('about:blank') !== null,
  }));
  expect(reach).toEqual({ bridge: false, node: [], camera: expect.not.stringMatching(/^open$/), opens: false });

  const went = await ana.running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((window) => window.isAlwaysOnTop())?.webContents;
    if (!contents) throw new Error('there is no small window');
    const asked = new Promise<boolean>((resolve) => {
      contents.once('will-navigate', (event) => resolve(event.defaultPrevented));
    });
    await contents.executeJavaScript('location.href = "app://parley/index.html"; undefined');
    return { prevented: await asked, at: contents.getURL() };
  });
  expect(went).toEqual({ prevented: true, at: 'about:blank' });

  // Last, because it is loaded anew by that.
  await opens('parley-mini');
  expect(await windows(ana), 'the same name is the same window').toHaveLength(2);
});

test('axe finds nothing in it, and it goes by keyboard', async ({ meet }) => {
  const [, ben] = await meet(['Ana', 'Ben']);
  const small = await minimize(ben);
  const { violations } = await new AxeBuilder({ page: small }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
  await small.getByRole('button', { name: 'Mute' }).focus();
  await small.keyboard.press('Space');
  await expect(small.getByRole('button', { name: 'Unmute' })).toBeFocused();
  await small.keyboard.press('Control+e');
  await expect(small.getByRole('button', { name: 'Start video' })).toBeVisible();
});
