// Draws the PNGs from the SVGs beside them. Only needed after a change to an SVG; the PNGs are committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { Resvg } from '@resvg/resvg-js';

const here = new URL('./', import.meta.url);
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** In pixels at 1x: what Linux and Windows trays, and the menu bar of macOS, expect. */
const TRAY_SIZE = 22;
const MENU_BAR_SIZE = 18;

/**
 * @param {string} source
 * @param {number} size
 * @param {string} target
 */
function draw(source, size, target) {
  const svg = readFileSync(new URL(`source/${source}.svg`, here), 'utf8');
  writeFileSync(new URL(target, here), new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
}

mkdirSync(new URL('tray/', here), { recursive: true });
mkdirSync(new URL('app/', here), { recursive: true });
for (const size of APP_SIZES) draw('app', size, `app/${size}x${size}.png`);
draw('app', 1024, 'icon.png');
for (const state of ['idle', 'meeting', 'muted']) {
  draw(state, TRAY_SIZE, `tray/${state}.png`);
  draw(state, TRAY_SIZE * 2, `tray/${state}@2x.png`);
  draw(`${state}Template`, MENU_BAR_SIZE, `tray/${state}Template.png`);
  draw(`${state}Template`, MENU_BAR_SIZE * 2, `tray/${state}Template@2x.png`);
}
