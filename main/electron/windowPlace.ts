import type { StoredWindow } from '../settings/stored.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of the window must be on one screen for it to be found and moved. */
const VISIBLE = { width: 120, height: 80 } as const;
/** Between the small window and the edges of the screen. */
const MARGIN = 24;

/**
 * Where to put a window that was at `stored`. One whose screen is gone, or was made smaller, is brought back onto the
 * nearest of those that are there, no larger than that is. Null where it never was anywhere.
 */
export function placeWindow(stored: StoredWindow | null, screens: readonly Area[]): Area | null {
  if (stored === null) return null;
  const { x, y, width, height } = stored;
  const place = { x, y, width, height };
  if (width < VISIBLE.width || height < VISIBLE.height) return null;
  if (screens.some((area) => isFoundOn(place, area))) return place;
  const nearest = [...screens].sort((a, b) => distance(place, a) - distance(place, b))[0];
  return nearest === undefined ? null : broughtOnto(place, nearest);
}

/** The lower right of a screen. */
export function cornerPlace({ width, height }: Pick<Area, 'width' | 'height'>, on: Area): Area {
  return { x: on.x + on.width - width - MARGIN, y: on.y + on.height - height - MARGIN, width, height };
}

function isFoundOn({ x, y, width, height }: Area, area: Area): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
  // The title bar is at the top: a window whose top is above the screen can't be moved.
  return across >= VISIBLE.width && down >= VISIBLE.height && y >= area.y;
}

/** Between the middles of both. */
function distance(a: Area, b: Area): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
}

/** `at`, or the nearest to it that is at most `room` from `from`. */
const within = (at: number, from: number, room: number): number => Math.min(Math.max(at, from), from + room);

function broughtOnto(place: Area, area: Area): Area {
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  return {
    x: within(place.x, area.x, area.width - width),
    y: within(place.y, area.y, area.height - height),
    width,
    height,
  };
}
