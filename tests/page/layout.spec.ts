import { join } from 'node:path';

import type { Locator } from '@playwright/test';

import { ROOT } from '#build/setup/paths.mjs';

import { expect, test } from '../stage/fixtures.ts';
import { STATE_NAMES } from '../stage/states.ts';
import { outOfReach } from './reach.ts';

const SIZES = [
  { width: 640, height: 480 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
] as const;

const MEETINGS = [
  'meeting-alone',
  'meeting-2',
  'meeting-5',
  'meeting-17',
  'meeting-50',
  'stage-speaker-2',
  'stage-speaker-5',
  'stage-speaker-17',
  'stage-speaker-50',
  'stage-pinned-two',
  'stage-shared-screen',
] as const;

/** A tile on which a face and a name can still be made out, and what a finger or an unsteady hand hits. */
const READABLE = { width: 160, height: 100 };
const TARGET = 44;

for (const size of SIZES) {
  const at = `${size.width}x${size.height}`;

  for (const state of MEETINGS) {
    test(`${state} at ${at}: tiles can be read, overlap nothing, and all controls are in reach`, async ({ stage }) => {
      await stage.show(state, { ...size, theme: 'dark' });
      await stage.page.screenshot({ path: join(ROOT, `out/screens/${state}.${at}.png`) });
      const tiles = await boxes(stage.page.getByRole('group'));
      const area = await stage.page.getByRole('region', { name: 'Stage' }).boundingBox();
      const bar = await stage.page.getByRole('region', { name: 'Controls' }).boundingBox();
      if (!area || !bar) throw new Error('no stage, or no controls');
      expect(tiles.length).toBeGreaterThan(0);
      for (const [index, tile] of tiles.entries()) {
        expect(tile.width).toBeGreaterThanOrEqual(READABLE.width);
        expect(tile.height).toBeGreaterThanOrEqual(READABLE.height);
        expect(within(tile, area)).toBe(true);
        expect(overlap(tile, bar)).toBe(false);
        for (const other of tiles.slice(index + 1)) expect(overlap(tile, other)).toBe(false);
      }
      // What does not fit is behind More, which is as much in reach.
      const more = stage.page.getByRole('button', { name: 'More', exact: true });
      for (const name of [/Mute$/, /video$/, 'People', 'Copy invite', 'Leave', 'End for everyone']) {
        const button = await stage.page.getByRole('button', { name }).or(more).first().boundingBox();
        if (!button) throw new Error(`no button ${String(name)}`);
        expect(within(button, area)).toBe(true);
        expect(Math.min(button.width, button.height)).toBeGreaterThanOrEqual(TARGET);
      }
    });
  }
}

for (const state of STATE_NAMES) {
  test(`${state} fits into a window of 640x480 or can be scrolled, and is never cut off at the side`, async ({
    stage,
  }) => {
    await stage.show(state, { width: 640, height: 480 });
    await stage.page.screenshot({ path: join(ROOT, `out/screens/${state}.640x480.png`) });
    const wide = await stage.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(640);
    const dialog = stage.page.getByRole('dialog');
    for (const box of await boxes(dialog)) expect(within(box, { x: 0, y: 0, width: 640, height: 480 })).toBe(true);
    expect(await outOfReach(stage.page)).toEqual([]);
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxes(locator: Locator): Promise<readonly Box[]> {
  const all = await Promise.all((await locator.all()).map((one) => one.boundingBox()));
  return all.flatMap((box) => (box ? [box] : []));
}

/** Half a pixel is what rounding may cost. */
const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5;

const overlap = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + 0.5 && b.x + b.width > a.x + 0.5 && a.y + a.height > b.y + 0.5 && b.y + b.height > a.y + 0.5;
