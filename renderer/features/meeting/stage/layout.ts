import { type Area, besidePager, GAP, gridFor, PAGER, placesFor } from './grid.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the middle of a button that turns pages is. */
interface Point {
  readonly x: number;
  readonly y: number;
}

export interface StageLayout {
  readonly big: readonly Box[];
  /** Of the tiles on the page that is shown. */
  readonly rest: readonly Box[];
  readonly perPage: number;
  readonly pages: number;
  /** The page that is shown, from 0. */
  readonly page: number;
  /** Where pages are turned, if there is more than one. */
  readonly pager: { readonly previous: Point; readonly next: Point } | null;
}

export interface Crowd {
  readonly big: number;
  /** The large ones are screens: they take all that there is, whatever their shape. */
  readonly fills: boolean;
  readonly rest: number;
  readonly page: number;
}

/** A face beside what is large: wide enough for a name, and no wider than it has to be. */
const FACE = { least: 196, most: 400, share: 0.17 } as const;
const ASPECT = 16 / 9;

/** Large tiles and those beside them, or a grid where none is large; left to right, for text that runs so. */
export function layOut(area: Area, crowd: Crowd): StageLayout {
  if (crowd.big === 0) return asGrid(area, crowd);
  if (crowd.rest === 0) return { big: bigIn(area, crowd), rest: [], perPage: 1, pages: 1, page: 0, pager: null };
  return area.width >= area.height * 1.15 ? besideStrip(area, crowd) : aboveStrip(area, crowd);
}

function asGrid(area: Area, { rest, page: wished }: Crowd): StageLayout {
  const grid = gridFor(area, rest);
  const page = Math.min(wished, grid.pages - 1);
  const shown = Math.min(grid.perPage, rest - page * grid.perPage);
  const middle = area.height / 2;
  return {
    big: [],
    rest: placesFor(area, grid, shown).map(({ x, y }) => ({ x, y, width: grid.tileWidth, height: grid.tileHeight })),
    perPage: grid.perPage,
    pages: grid.pages,
    page,
    pager:
      grid.pages > 1
        ? { previous: { x: PAGER / 2 - 6, y: middle }, next: { x: area.width - PAGER / 2 + 6, y: middle } }
        : null,
  };
}

/** One page of large tiles, whatever their number. */
function bigIn({ width, height }: Area, { big, fills }: Crowd): readonly Box[] {
  if (big === 1 && fills) return [{ x: 0, y: 0, width, height }];
  const columns = bestColumns({ width, height }, big);
  const rows = Math.ceil(big / columns);
  const cell = { width: (width - GAP * (columns - 1)) / columns, height: (height - GAP * (rows - 1)) / rows };
  const tileWidth = Math.floor(fills ? cell.width : Math.min(cell.width, cell.height * ASPECT));
  const tileHeight = Math.floor(fills ? cell.height : Math.min(cell.height, tileWidth * 0.75));
  const grid = { columns, rows, tileWidth, tileHeight, perPage: big, pages: 1 };
  return placesFor({ width, height }, grid, big).map(({ x, y }) => ({ x, y, width: tileWidth, height: tileHeight }));
}

function bestColumns({ width, height }: Area, count: number): number {
  const areaOf = (columns: number): number => {
    const cell = { width: width / columns, height: height / Math.ceil(count / columns) };
    const wide = Math.min(cell.width, cell.height * ASPECT);
    return wide * Math.min(cell.height, wide * 0.75);
  };
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return all.reduce((best, columns) => (areaOf(columns) > areaOf(best) ? columns : best), 1);
}

/** Faces at the end of the line, one above the other; in two columns where there is room, and people, for them. */
function besideStrip(area: Area, crowd: Crowd): StageLayout {
  const width = Math.round(Math.min(FACE.most, Math.max(FACE.least, area.width * FACE.share)));
  const height = Math.round(width / ASPECT);
  const fit = Math.max(1, Math.floor((area.height + GAP) / (height + GAP)));
  const columns = crowd.rest > fit && area.width >= 1_600 ? 2 : 1;
  const tile = columns === 1 ? width : Math.max(FACE.least, Math.round(width * 0.7));
  const tileHeight = Math.round(tile / ASPECT);
  const rows = (room: number): number => Math.max(1, Math.floor((room + GAP) / (tileHeight + GAP)));
  const pages = crowd.rest > rows(area.height) * columns;
  const room = pages ? area.height - PAGER - GAP : area.height;
  const turn = paged(crowd, rows(room) * columns);
  const stripWidth = columns * tile + (columns - 1) * GAP;
  const stripX = area.width - stripWidth;
  const usedRows = Math.ceil(turn.shown / columns);
  const top = Math.max(0, (room - usedRows * (tileHeight + GAP) + GAP) / 2);
  return {
    big: bigIn({ width: stripX - GAP, height: area.height }, crowd),
    rest: Array.from({ length: turn.shown }, (_, index) => ({
      x: stripX + (index % columns) * (tile + GAP),
      y: Math.round(top + Math.floor(index / columns) * (tileHeight + GAP)),
      width: tile,
      height: tileHeight,
    })),
    ...turn,
    pager: pages
      ? {
          previous: { x: stripX + stripWidth / 2 - 48, y: area.height - PAGER / 2 },
          next: { x: stripX + stripWidth / 2 + 48, y: area.height - PAGER / 2 },
        }
      : null,
  };
}

/** Faces below, side by side, where the window is higher than wide. */
function aboveStrip(area: Area, crowd: Crowd): StageLayout {
  const height = Math.round(Math.min(200, Math.max(FACE.least / ASPECT, area.height * 0.18)));
  const width = Math.round(height * ASPECT);
  const fit = (room: number): number => Math.max(1, Math.floor((room + GAP) / (width + GAP)));
  const pages = crowd.rest > fit(area.width);
  const room = pages ? besidePager(area).width : area.width;
  const turn = paged(crowd, fit(room));
  const left = (area.width - turn.shown * (width + GAP) + GAP) / 2;
  const y = area.height - height;
  return {
    big: bigIn({ width: area.width, height: y - GAP }, crowd),
    rest: Array.from({ length: turn.shown }, (_, index) => ({
      x: Math.round(left + index * (width + GAP)),
      y,
      width,
      height,
    })),
    ...turn,
    pager: pages
      ? {
          previous: { x: PAGER / 2 - 6, y: y + height / 2 },
          next: { x: area.width - PAGER / 2 + 6, y: y + height / 2 },
        }
      : null,
  };
}

function paged({ rest, page: wished }: Crowd, most: number) {
  const perPage = Math.max(1, Math.min(most, rest));
  const pages = Math.max(1, Math.ceil(rest / perPage));
  const page = Math.min(wished, pages - 1);
  return { perPage, pages, page, shown: Math.min(perPage, rest - page * perPage) };
}

/** The same where text runs from right to left. */
export function mirror<Placed extends { readonly x: number; readonly width: number }>(
  { width }: Area,
  boxes: readonly Placed[],
): readonly Placed[] {
  return boxes.map((box) => ({ ...box, x: width - box.x - box.width }));
}
