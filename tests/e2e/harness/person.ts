import { spawn } from 'node:child_process';

import { expect, type Page } from '@playwright/test';

import { findElectron } from '#build/setup/electronRuntime.mjs';
import { ROOT } from '#build/setup/paths.mjs';
import { sandboxArguments } from '#build/setup/sandbox.mjs';
import type { Notice } from '#protocol/ipc/notice.ts';

import { controls, pressAway } from './flows.ts';
import type { RunningApp } from './launch.ts';
import { countMedia, type MediaCount, watchMedia } from './mediaWatch.ts';
import type { TrayIcon, TrayPanel } from './tray.ts';

/** Somebody at an app of their own, and what they can do to it from outside its page. */
export class Person {
  readonly name: string;
  readonly running: RunningApp;
  readonly #panel: TrayPanel;

  constructor(name: string, running: RunningApp, panel: TrayPanel) {
    this.name = name;
    this.running = running;
    this.#panel = panel;
  }

  get page(): Page {
    return this.running.page;
  }

  /** The app's icon in the desktop's tray. */
  tray(): Promise<TrayIcon> {
    const { pid } = this.running.app.process();
    if (pid === undefined) throw new Error('the app is not running');
    return this.#panel.iconOf(pid);
  }

  media(): Promise<MediaCount> {
    return countMedia(this.page);
  }

  windowVisible(): Promise<boolean> {
    return this.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isVisible()));
  }

  /** Closes the window as its close button does, and answers the question that comes. */
  async closeWindow(answer: 'Keep running' | 'Leave' | 'Cancel'): Promise<void> {
    await this.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const dialog = this.page.getByRole('dialog', { name: 'Leave the meeting?' });
    await pressAway(dialog.getByRole('button', { name: answer, exact: true }));
  }

  /** The Leave control; a host with others present picks from its menu. */
  async leave({ handOverTo }: { readonly handOverTo?: string } = {}): Promise<void> {
    await controls(this.page).getByRole('button', { name: 'Leave' }).click();
    const menu = this.page.getByRole('menu');
    const asked = menu.or(this.page.getByRole('button', { name: 'New meeting' }));
    await expect(asked.first()).toBeVisible();
    if (!(await menu.isVisible())) return;
    const choice = handOverTo === undefined ? /without a host/i : new RegExp(`hand over to ${handOverTo}`, 'i');
    await menu.getByRole('menuitem', { name: choice }).click();
  }

  /** Records every notice from now on; the returned function answers with those so far. */
  async hear(): Promise<() => Promise<readonly Notice[]>> {
    await this.page.evaluate(() => {
      const heard: Notice[] = [];
      globalThis.heardNotices = heard;
      window.parley.on('notice', (notice) => heard.push(notice));
    });
    return () => this.page.evaluate(() => globalThis.heardNotices ?? []);
  }

  /** Opens a link as the desktop does: by a second start of the app. Answers with that process's exit code. */
  async openLink(link: string): Promise<number | null> {
    const electron = await findElectron({ progress: () => {} });
    const { args } = await sandboxArguments(electron);
    const second = spawn(electron.executable, [...args, `--user-data-dir=${this.running.profile}`, ROOT, link], {
      stdio: 'ignore',
    });
    return new Promise((resolve, reject) => {
      second.once('error', reject);
      second.once('exit', resolve);
    });
  }

  /** Settles when the process has ended. */
  ended(): Promise<void> {
    const child = this.running.app.process();
    return new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once('exit', () => resolve());
    });
  }

  kill(): Promise<void> {
    return this.running.kill();
  }

  /** Counts media in the page, also after it was reloaded. */
  async watch(): Promise<void> {
    await watchMedia(this.page);
  }
}

declare global {
  var heardNotices: Notice[] | undefined;
}
