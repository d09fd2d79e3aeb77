import type { StoredWindow } from '../settings/stored.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of the window must be on one screen for it to be found and moved. */
const VISIBLE = { width: 120, height: 80 } as const;

/** Where to put a window that was at `stored`; null where that is nowhere any more: a screen is gone, or it never was. */
export function placeWindow(stored: StoredWindow | null, screens: readonly Area[]): Area | null {
  if (stored === null) return null;
  const { x, y, width, height } = stored;
  if (width < VISIBLE.width || height < VISIBLE.height) return null;
  const fits = screens.some((area) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
    // The title bar is at the top: a window whose top is above the screen can't be moved.
    return across >= VISIBLE.width && down >= VISIBLE.height && y >= area.y;
  });
  return fits ? { x, y, width, height } : null;
}
