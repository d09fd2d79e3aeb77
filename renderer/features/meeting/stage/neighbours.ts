import type { Direction } from './corners.ts';
import type { Box } from './layout.ts';

interface Placed extends Box {
  readonly key: string;
}

/**
 * The tile that an arrow key leads to from another: the nearest one that lies that way, counting what is off to the side
 * double. Null where there is none.
 */
export function neighbour(tiles: readonly Placed[], from: string, to: Direction): string | null {
  const here = tiles.find(({ key }) => key === from);
  if (!here) return null;
  let best: { readonly key: string; readonly far: number } | null = null;
  for (const tile of tiles) {
    const { along, aside } = way(here, tile, to);
    if (tile.key === from || along <= 1) continue;
    const far = along + 2 * aside;
    if (best === null || far < best.far) best = { key: tile.key, far };
  }
  return best?.key ?? null;
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function way(from: Box, to: Box, direction: Direction): { readonly along: number; readonly aside: number } {
  const [a, b] = [middle(from), middle(to)];
  const [across, down] = [b.x - a.x, b.y - a.y];
  switch (direction) {
    case 'left':
      return { along: -across, aside: Math.abs(down) };
    case 'right':
      return { along: across, aside: Math.abs(down) };
    case 'up':
      return { along: -down, aside: Math.abs(across) };
    case 'down':
      return { along: down, aside: Math.abs(across) };
  }
}
