import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron, type Locator } from '@playwright/test';

import { findElectron } from '#build/setup/electronRuntime.mjs';
import { sandboxArguments } from '#build/setup/sandbox.mjs';
import { removeProfile } from '#tests/fixtures/removeProfile.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** What the window shows: top left, top right, bottom left, bottom right. */
export const COLOURS: readonly Colour[] = [
  [208, 32, 32],
  [32, 160, 64],
  [32, 64, 208],
  [224, 192, 32],
];

/** A real window of another program, called "Colour blocks". */
export interface ColouredWindow {
  close(): Promise<void>;
}

export async function openColours(): Promise<ColouredWindow> {
  const electron = await findElectron({ progress: () => {} });
  const profile = mkdtempSync(join(tmpdir(), 'parley-colours-'));
  const { args } = await sandboxArguments(electron);
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...args, `--user-data-dir=${profile}`, join(import.meta.dirname, 'colours/main.cjs')],
  });
  await app.firstWindow();
  let isOpen = true;
  return {
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await app.close();
      await removeProfile(profile);
    },
  };
}

/** Where to look at a picture: every one of the heights at every one of the widths, 0..1. */
export interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const QUARTERS: Points = { x: [0.25, 0.75], y: [0.25, 0.75] };

/**
 * The size of the picture that a tile shows, and its colours at those points, row by row: in the middle of each quarter
 * without. Null while there is none.
 */
export function pictureIn(
  tile: Locator,
  at = QUARTERS,
): Promise<{ width: number; height: number; colours: number[][] } | null> {
  return tile.evaluate((element, points) => {
    const video = element.querySelector('video');
    if (!video || video.videoWidth === 0) return null;
    const { videoWidth: width, videoHeight: height } = video;
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas here');
    pen.drawImage(video, 0, 0);
    const colours = points.y.flatMap((y) =>
      points.x.map((x) => [...pen.getImageData(width * x, height * y, 1, 1).data].slice(0, 3)),
    );
    return { width, height, colours };
  }, at);
}

/** The largest difference of a part of a colour, 0..255. */
export function difference(found: readonly (readonly number[])[], wanted: readonly Colour[] = COLOURS): number {
  return Math.max(
    ...wanted.flatMap((colour, at) => colour.map((part, index) => Math.abs(part - (found[at]?.[index] ?? Infinity)))),
  );
}
