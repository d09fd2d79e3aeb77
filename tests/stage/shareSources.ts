import type { ShareSource, ShareSources } from '#protocol/ipc/share.ts';

/** A drawn desktop or window, as a picture that needs no browser to make. */
function drawn(
  ground: string,
  bars: readonly (readonly [x: number, y: number, width: number, height: number, fill: string])[],
) {
  const boxes = bars.map(
    ([x, y, width, height, fill]) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="${ground}"/>${boxes.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const PAPER = drawn('#fafaf9', [
  [24, 24, 140, 12, '#1c1917'],
  [24, 52, 272, 8, '#d6d3d1'],
  [24, 70, 240, 8, '#d6d3d1'],
  [24, 88, 256, 8, '#d6d3d1'],
  [24, 124, 120, 56, '#0f766e'],
]);
const CODE = drawn('#1c1917', [
  [20, 24, 90, 8, '#2dd4bf'],
  [36, 44, 150, 8, '#a8a29e'],
  [36, 64, 110, 8, '#f59e0b'],
  [52, 84, 190, 8, '#a8a29e'],
  [20, 104, 60, 8, '#2dd4bf'],
]);
const DESKTOP = drawn('#155e75', [
  [20, 20, 170, 120, '#fafaf9'],
  [32, 32, 90, 10, '#1c1917'],
  [150, 60, 150, 110, '#1c1917'],
  [0, 186, 320, 14, '#0c4a6e'],
]);
const ICON = drawn('#0f766e', [[90, 40, 140, 120, '#fafaf9']]);

const source = (id: string, kind: ShareSource['kind'], name: string, thumbnail: string | null): ShareSource => ({
  id,
  kind,
  name,
  thumbnail,
  icon: kind === 'window' ? ICON : null,
});

/** Two screens and some windows, one of which is minimised. */
export const SHARE_SOURCES: ShareSources = {
  sources: [
    source('screen:0:0', 'screen', 'Screen 1', DESKTOP),
    source('screen:1:0', 'screen', 'Screen 2', CODE),
    source('window:1:0', 'window', 'Quarterly report – Writer', PAPER),
    source('window:2:0', 'window', 'stage.tsx – parley – Editor', CODE),
    source('window:3:0', 'window', 'Mail', null),
    source(
      'window:4:0',
      'window',
      'A very long title of a page that nobody will ever read to its end – Browser',
      PAPER,
    ),
  ],
  isDenied: false,
  hasSound: false,
};
