import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { _electron, type Locator, type Page } from '@playwright/test';
import { build } from 'vite';

import { findElectron } from '#build/setup/electronRuntime.mjs';
import { ROOT } from '#build/setup/paths.mjs';
import { sandboxArguments } from '#build/setup/sandbox.mjs';
import { readAsset } from '#main/electron/assets.ts';

import type { StageLanguage } from './languages.ts';
import type { StateName, Step } from './states.ts';

/** How the app looks by its settings: a theme, or one in high contrast. */
export type Look = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';

export interface ShowOptions {
  readonly theme?: Look;
  readonly width?: number;
  readonly height?: number;
  /** Spoken once the state is there: its steps are said in English. */
  readonly language?: StageLanguage;
}

/** The app's page in a real Electron window, in front of a fake main. */
export interface Stage {
  readonly page: Page;
  /** What the page has complained about since it was last shown: a policy violation is one. */
  readonly complaints: readonly string[];
  /** Shows a state and does its steps; settles when everything has come to rest. */
  show(state: StateName, options?: ShowOptions): Promise<void>;
  /** Changes the theme of what is shown, as the settings would. */
  turn(theme: Look): Promise<void>;
  /** Changes the language, as the settings would. */
  speak(language: StageLanguage): Promise<void>;
}

/** Builds the stage and opens it; close it when done. Of those that are open at once each has a place of its own, from 0. */
export async function openStage(place = 0): Promise<Stage & { close(): Promise<void> }> {
  const outDir = join(ROOT, 'out/stage', String(place));
  await build({ configFile: join(ROOT, 'tests/stage/vite.config.ts'), logLevel: 'error', build: { outDir } });
  const server = await serve(outDir);
  const electron = await findElectron({ progress: () => {} });
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = electron.folder;
  const { args } = await sandboxArguments(electron);
  const app = await _electron.launch({
    args: [...args, join(ROOT, 'tests/stage/shell')],
    // The window's first, blank page has no policy.
    env: { ...definedEnvironment(), ELECTRON_DISABLE_SECURITY_WARNINGS: '1' },
  });
  const stage = stageOn(await app.firstWindow(), (server.address() as AddressInfo).port);
  return Object.assign(stage, {
    close: async () => {
      await app.close();
      server.close();
    },
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The built stage with the very headers, and so the policy, of the product's page. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://stage').pathname;
    void readAsset(folder, 'GET', `app://parley${path}`).then(({ status, headers, body }) => {
      // Older Chromium complains about features that it does not know; what is forbidden is main's to test.
      const { 'Permissions-Policy': _, ...sent } = headers;
      response.writeHead(status, sent);
      return response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function stageOn(page: Page, port: number): Stage {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    page,
    complaints,
    async show(state, { theme = 'light', width = 1280, height = 800, language = 'en' } = {}) {
      complaints.length = 0;
      await page.setViewportSize({ width, height });
      await page.goto(`http://127.0.0.1:${port}/index.html?state=${state}&theme=${theme}`);
      await page.locator('main:not([aria-busy=true])').first().waitFor();
      const steps = await page.evaluate(() => window.stage.steps);
      for (const step of steps) await perform(page, step);
      if (language !== 'en') await speak(page, language);
      await page.evaluate(() => window.stage.tell());
      await rest(page);
    },
    speak: (language) => speak(page, language),
    async turn(theme) {
      await page.evaluate((theme) => window.stage.turn(theme), theme);
      await rest(page);
    },
  };
}

/** Settles when the page is drawn in it. */
async function speak(page: Page, language: StageLanguage): Promise<void> {
  await page.evaluate((language) => window.stage.speak(language), language);
  await page.locator(`html[lang=${language === 'pseudo' ? 'fr' : language}]`).waitFor({ state: 'attached' });
  // What is open above the page finds its place anew, as it would when the window turns.
  await page.evaluate(() => window.dispatchEvent(new Event('resize')));
  await rest(page);
}

async function perform(page: Page, step: Step): Promise<void> {
  if ('away' in step) {
    await page.mouse.click(1, 1);
    return page.getByRole(step.away).waitFor({ state: 'hidden' });
  }
  if ('fill' in step)
    return page
      .getByRole(step.role ?? 'textbox', { name: step.fill })
      .last()
      .fill(step.with);
  const target = page.getByRole(step.role ?? 'button', { name: step.press, exact: true }).last();
  if (step.role === undefined && (await isBehindMore(page, target))) {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    return page.getByRole('menuitem', { name: step.press, exact: true }).click();
  }
  // A switch is an input that nobody sees; people click what is drawn for it.
  return step.role === 'switch' ? target.check({ force: true }) : target.click();
}

/** In a small window the bar of controls keeps there what does not fit. */
async function isBehindMore(page: Page, target: Locator): Promise<boolean> {
  const more = page.getByRole('button', { name: 'More', exact: true });
  await target.or(more).first().waitFor();
  return (await target.count()) === 0;
}

/** Longer than this, in ms, is shown while it goes on. */
const PASSING = 1_000;

/** Fonts are there and no animation runs but the endless ones, and those that are themselves what is to be seen. */
async function rest(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(async (passing) => {
    await document.fonts.ready;
    const timings = document.getAnimations().map((each) => ({ each, timing: each.effect?.getComputedTiming() }));
    const running = timings.filter(({ timing }) => timing?.iterations !== Infinity);
    const isPassing = (end: unknown): boolean => typeof end === 'number' && end > passing;
    await Promise.allSettled(
      running.map(({ each, timing }) => {
        if (!isPassing(timing?.endTime)) return each.finished;
        each.currentTime = passing;
        each.pause();
        return each.ready;
      }),
    );
  }, PASSING);
}
