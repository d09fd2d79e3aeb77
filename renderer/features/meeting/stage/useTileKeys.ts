import { type KeyboardEvent, useState } from 'react';

import { ARROWS } from './corners.ts';
import { neighbour } from './neighbours.ts';
import type { PlacedItem } from './useStageNow.ts';

/** The key of the tile that something on the page is in; null where it is in none. */
export function tileAt(target: EventTarget): string | null {
  const tile = target instanceof Element ? target.closest<HTMLElement>('[data-tile]') : null;
  return tile?.dataset['tile'] ?? null;
}

/** The button of a tile: what its menu is anchored to, and what is focused when the tile is. */
export function tileButton(area: Element, key: string): HTMLElement | null {
  return area.querySelector(`[data-tile="${CSS.escape(key)}"] [data-tile-menu]`);
}

/**
 * All tiles are one stop for Tab; arrows lead from tile to tile, as they lie on the stage, and P pins the one that is
 * focused.
 */
export function useTileKeys(placed: readonly PlacedItem[], onPin: (key: string) => void) {
  const [focused, setFocused] = useState<string | null>(null);
  const stop = placed.some(({ item }) => item.key === focused) ? focused : (placed[0]?.item.key ?? null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = tileAt(event.target);
    if (from === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'p' || event.key === 'P') return onPin(from);
    const direction = ARROWS[event.key];
    if (!direction) return;
    event.preventDefault();
    const tiles = placed.map(({ item, box }) => ({ key: item.key, ...box }));
    const next = neighbour(tiles, from, direction);
    if (next !== null) tileButton(event.currentTarget, next)?.focus();
  };
  const onFocus = (event: { readonly target: EventTarget }): void => {
    const key = tileAt(event.target);
    if (key !== null) setFocused(key);
  };
  return { stop, onKeyDown, onFocus };
}
