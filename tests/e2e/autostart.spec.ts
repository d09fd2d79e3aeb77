import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findElectron } from '#build/setup/electronRuntime.mjs';
import { sandboxArguments } from '#build/setup/sandbox.mjs';

import { expect, test } from './harness/fixtures.ts';
import { launchApp } from './harness/launch.ts';

let config: string;
test.beforeEach(async () => {
  config = await mkdtemp(join(tmpdir(), 'parley-config-'));
});
test.afterEach(() => rm(config, { recursive: true, force: true }));

test('starting at login is an entry of the desktop, which the settings make and take away', async () => {
  const ana = await launchApp({ name: 'Ana', env: { XDG_CONFIG_HOME: config } });
  const entry = join(config, 'autostart/parley.desktop');
  await ana.page.getByRole('button', { name: 'Settings' }).click();
  await ana.page.getByRole('tab', { name: 'Advanced' }).click();
  const setting = ana.page.getByRole('switch', { name: 'Start Parley when you log in' });
  await expect(setting).not.toBeChecked();
  await setting.press('Space');
  await expect(setting).toBeChecked();
  const command = await ana.app.evaluate(({ app }) => `"${process.execPath}" "${app.getAppPath()}" --hidden`);
  expect(await readFile(entry, 'utf8')).toContain(`\nExec=${command}\n`);
  await setting.press('Space');
  await expect(setting).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);
  await ana.close();
});

test('a start at login waits in the tray; a second start brings the window', async ({ panel }) => {
  const ana = await launchApp({ name: 'Ana', args: ['--hidden'] });
  const shown = () =>
    ana.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
  const { pid } = ana.app.process();
  const tray = await panel.iconOf(pid ?? 0);
  await ana.page.getByRole('button', { name: 'New meeting' }).waitFor();
  expect(await shown()).toBe(false);
  expect(await tray.labels()).toContain('Show Parley');

  const electron = await findElectron({ progress: () => {} });
  const { args } = await sandboxArguments(electron);
  const root = await ana.app.evaluate(({ app }) => app.getAppPath());
  const second = spawn(electron.executable, [...args, `--user-data-dir=${ana.profile}`, root], { stdio: 'ignore' });
  await new Promise((resolve) => {
    second.once('exit', resolve);
  });
  await expect.poll(shown).toBe(true);
  await ana.close();
});
