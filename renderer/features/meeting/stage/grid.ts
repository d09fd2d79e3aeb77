export interface Area {
  readonly width: number;
  readonly height: number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** Tiles on one page; the pages hold as many as each other as far as that goes. */
  readonly perPage: number;
  readonly pages: number;
}

/** Between tiles, in CSS pixels. */
export const GAP = 8;
/** The smallest tile on which a face and a name can be made out. */
export const SMALLEST: Area = { width: 176, height: 110 };
/** Pictures are shown between 4:3 and 16:9; outside of that too much of a face would be cut away. */
const TALLEST = 4 / 3;
const WIDEST = 16 / 9;

type Arrangement = Omit<Grid, 'perPage' | 'pages'>;

const canBeRead = ({ tileWidth, tileHeight }: Arrangement): boolean =>
  tileWidth >= SMALLEST.width && tileHeight >= SMALLEST.height;

/** What can be read goes before what is larger: so fewer tiles can always be read where more can. */
function isBetter(one: Arrangement, other: Arrangement): boolean {
  if (canBeRead(one) !== canBeRead(other)) return canBeRead(one);
  return one.tileWidth * one.tileHeight > other.tileWidth * other.tileHeight;
}

/** The arrangement of `count` tiles on one page that can be read and shows the most picture. */
function fullest({ width, height }: Area, count: number): Arrangement {
  let best: Arrangement = { columns: 1, rows: count, tileWidth: 0, tileHeight: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cellWidth = (width - GAP * (columns - 1)) / columns;
    const cellHeight = (height - GAP * (rows - 1)) / rows;
    if (cellWidth <= 0 || cellHeight <= 0) continue;
    const tileWidth = Math.floor(Math.min(cellWidth, cellHeight * WIDEST));
    const tileHeight = Math.floor(Math.min(cellHeight, tileWidth / TALLEST));
    const found = { columns, rows, tileWidth, tileHeight };
    if (isBetter(found, best)) best = found;
  }
  return best;
}

/** The most tiles that can be read on one page; at least one, however small the window. */
function mostOnPage(area: Area, count: number): number {
  for (let shown = count; shown > 1; shown--) if (canBeRead(fullest(area, shown))) return shown;
  return 1;
}

/** What the buttons that turn pages take at each side. */
export const PAGER = 44;

/** The area that is left for tiles between the buttons that turn pages. */
export const besidePager = ({ width, height }: Area): Area => ({ width: Math.max(0, width - 2 * PAGER), height });

/**
 * How to lay `count` tiles out in an area: as large as can be, never more than can be read, on as few pages as can be.
 * Where there is more than one page, it fits between the buttons that turn them.
 */
export function gridFor(area: Area, count: number): Grid {
  const grid = gridIn(area, count);
  return grid.pages > 1 ? gridIn(besidePager(area), count) : grid;
}

function gridIn(area: Area, count: number): Grid {
  const pages = Math.ceil(count / mostOnPage(area, Math.max(count, 1))) || 1;
  const perPage = Math.max(1, Math.ceil(count / pages));
  return { ...fullest(area, perPage), perPage, pages };
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where each of the tiles on a page goes: the grid centred in the area, a last row that is not full centred too. */
export function placesFor(area: Area, grid: Grid, shown: number): readonly Place[] {
  const { columns, tileWidth, tileHeight } = grid;
  const rows = Math.ceil(shown / columns);
  const top = (area.height - rows * tileHeight - (rows - 1) * GAP) / 2;
  return Array.from({ length: shown }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, shown - row * columns);
    const left = (area.width - inRow * tileWidth - (inRow - 1) * GAP) / 2;
    return {
      x: Math.round(left + (index % columns) * (tileWidth + GAP)),
      y: Math.round(top + row * (tileHeight + GAP)),
    };
  });
}
