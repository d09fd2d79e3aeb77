import type { Page } from '@playwright/test';

import { expect, test } from '../stage/fixtures.ts';
import { nameOf } from '../stage/room.ts';

/** What focus is on, as it is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
    const label = isField ? at.labels?.[0]?.textContent : null;
    return at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '';
  });

/** Everything that Tab comes by, until it begins again or goes nowhere. */
async function round(page: Page, key = 'Tab'): Promise<readonly string[]> {
  const names: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    const name = await focused(page);
    if (names[0] === name) break;
    names.push(name);
  }
  return names;
}

const asked = (page: Page, route: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (route) => window.stage.bridge.asked.filter((one) => one.route === route).map(({ request }) => request),
    route,
  );

test('Tab comes by everything on home, in the order in which it is read, and begins again', async ({ stage }) => {
  await stage.show('home');
  const names = await round(stage.page);
  expect(names.filter((name) => name !== '')).toEqual(
    expect.arrayContaining(['Settings', 'New meeting', 'Meeting code or link', 'Join', 'Open kfr-wmbe-tqa']),
  );
  const order = ['Settings', 'New meeting', 'Meeting code or link', 'Join'].map((name) => names.indexOf(name));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('a meeting is started, joined and left without a mouse', async ({ stage }) => {
  const { page } = stage;
  await stage.show('home');
  await page.getByRole('button', { name: 'New meeting' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'session:create')).toEqual([{}]);

  await stage.show('preview');
  await page.getByRole('textbox', { name: 'Your name' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'session:join')).toEqual([{ name: nameOf(0) }]);

  await stage.show('meeting-2-guest');
  await page.keyboard.press('Control+d');
  await expect.poll(() => asked(page, 'capture:want')).toEqual([{ kind: 'microphone', on: false }]);
  await page.getByRole('button', { name: 'Leave' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'room:leave')).toEqual([{}]);
});

test('Tab comes by every control of the meeting and by the panel, and nothing holds it', async ({ stage }) => {
  await stage.show('people-host');
  const names = await round(stage.page);
  for (const name of [
    'Keyboard shortcuts',
    'Mute',
    'Choose microphone',
    'Stop video',
    'Choose camera',
    'People',
    'Copy invite',
    'Leave',
    'End for everyone',
    'Close people',
    `More about ${nameOf(0)}`,
    `Remove ${nameOf(1)}`,
    `More about ${nameOf(1)}`,
    'Unlock the meeting',
  ]) {
    expect(names).toContain(name);
  }
  expect(await round(stage.page, 'Shift+Tab')).toHaveLength(names.length);
});

test('ending takes two deliberate steps: Enter and Escape never end (semantics rule 6)', async ({ stage }) => {
  const { page } = stage;
  await stage.show('meeting-5');
  const end = page.getByRole('region', { name: 'Controls' }).getByRole('button', { name: 'End for everyone' });
  await end.focus();
  for (const key of ['Enter', 'Enter', 'Space']) await page.keyboard.press(key);
  const dialog = page.getByRole('dialog', { name: 'End the meeting for everyone?' });
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  expect(await asked(page, 'room:end')).toEqual([]);

  const inside = await round(page);
  const reached = ['Cancel', 'End for everyone', 'Lock the meeting so nobody can rejoin', 'Now', 'Reason'];
  expect([...inside].sort()).toEqual(reached);

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(end).toBeFocused();
  expect(await asked(page, 'room:end')).toEqual([]);
});

test('the leave menu is walked with arrows; Escape puts it away and gives focus back', async ({ stage }) => {
  const { page } = stage;
  await stage.show('meeting-5');
  const leave = page.getByRole('button', { name: 'Leave' });
  await leave.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: `Hand over to ${nameOf(1)} and leave` })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(leave).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'room:leave')).toEqual([{ handOverTo: 'participant-002' }]);
});

test("a person's menu is opened, walked and put away without a mouse", async ({ stage }) => {
  const { page } = stage;
  await stage.show('people-host');
  const more = page.getByRole('button', { name: `More about ${nameOf(0)}` });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: nameOf(0) })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Change your name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(more).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Your name in this meeting' });
  await expect(dialog.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(more).toBeFocused();
});

test('what a tooltip says comes with the keyboard too, with the shortcut', async ({ stage }) => {
  const { page } = stage;
  await stage.show('meeting-2');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Mute' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toHaveText(/^MuteCtrlD$/);
});

test('a dialog about an exit has its way on in focus, and is put away by Enter', async ({ stage }) => {
  const { page } = stage;
  await stage.show('over-removed-and-barred');
  await expect(page.getByRole('button', { name: 'Back to home' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'session:dismiss')).toEqual([{}]);
});
