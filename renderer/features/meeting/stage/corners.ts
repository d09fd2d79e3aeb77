import type { StageLook } from '#protocol/ipc/stageLook.ts';

/** Of the stage, as it is read: `start` is left where text runs from left to right. */
export type Corner = StageLook['corner'];

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Which way a key leads. */
export const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const isTop = (corner: Corner): boolean => corner.startsWith('top');
const isStart = (corner: Corner): boolean => corner.endsWith('start');
const cornerOf = (top: boolean, start: boolean): Corner => `${top ? 'top' : 'bottom'}-${start ? 'start' : 'end'}`;

/** Mirrors a place along the line where text runs from right to left. */
export const mirrored = (corner: Corner): Corner => cornerOf(isTop(corner), !isStart(corner));

/** The corner that lies that way; the same one where there is none. Left is start here: mirror before and after for others. */
export function cornerTowards(corner: Corner, to: Direction): Corner {
  if (to === 'up' || to === 'down') return cornerOf(to === 'up', isStart(corner));
  return cornerOf(isTop(corner), to === 'left');
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far from the edges of the area something in its corner stands, in CSS pixels. */
const INSET = 8;

/** Where something of that size stands in a corner of the area. */
export function placeIn(corner: Corner, area: Size, size: Size): { readonly x: number; readonly y: number } {
  return {
    x: isStart(corner) ? INSET : Math.max(INSET, area.width - size.width - INSET),
    y: isTop(corner) ? INSET : Math.max(INSET, area.height - size.height - INSET),
  };
}

/** The corner that something dropped at that place snaps to: the one of the quarter that its middle lies in. */
export function cornerAt(at: { readonly x: number; readonly y: number }, area: Size, size: Size): Corner {
  return cornerOf(at.y + size.height / 2 < area.height / 2, at.x + size.width / 2 < area.width / 2);
}
