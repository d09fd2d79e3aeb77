import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';

/** What main has written down, in its order. */
function logged({ profile }: RunningApp): readonly string[] {
  const path = join(profile, 'logs/main.log');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { readonly what: string }).what);
}

test('somebody who is known sees home, presses what is there, and main answers once it is there', async ({
  launch,
}) => {
  const ana = await launch('Ana');
  await ana.page.getByRole('button', { name: 'New meeting' }).click();
  await expect(ana.page.getByRole('button', { name: 'Join now' })).toBeVisible();
  await expect.poll(() => logged(ana.running)).toContain('page-drawn');
  expect(logged(ana.running).filter((what) => what === 'started')).toHaveLength(1);
  const window = await ana.running.app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    return { isThere: first?.isVisible(), hasMenuBar: first?.isMenuBarVisible() };
  });
  // The menu is there for its shortcuts alone, see main/electron/menu.ts.
  expect(window).toEqual({ isThere: true, hasMenuBar: process.platform === 'darwin' });
});

test('a page that is loaded anew is told what is true, and not what was true at the start', async ({ launch }) => {
  const ana = await launch('Ana');
  await ana.page.getByRole('button', { name: 'New meeting' }).click();
  await expect(ana.page.getByRole('button', { name: 'Join now' })).toBeVisible();
  await ana.page.reload();
  await expect(ana.page.getByRole('button', { name: 'Join now' })).toBeVisible();
});
