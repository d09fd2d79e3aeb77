/** A part of the picture, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels between tiles and round them. */
const GAP = 8;
/** The part of the width that the faces beside a shared screen have. */
const FACES = 0.2;
const ASPECT = 16 / 9;

/** Where everybody is drawn: as large as `count` pictures of 16:9 can be in there, the last row in the middle. */
export function gridBoxes(count: number, inside: Box): readonly Box[] {
  let best: { columns: number; width: number } = { columns: 1, width: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const width = Math.min(
      (inside.width - (columns - 1) * GAP) / columns,
      ((inside.height - (rows - 1) * GAP) / rows) * ASPECT,
    );
    if (width > best.width) best = { columns, width };
  }
  const { columns, width } = best;
  const height = width / ASPECT;
  const rows = Math.ceil(count / columns);
  const top = inside.y + (inside.height - rows * height - (rows - 1) * GAP) / 2;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = inside.x + (inside.width - inRow * width - (inRow - 1) * GAP) / 2;
    return { x: left + (at % columns) * (width + GAP), y: top + row * (height + GAP), width, height };
  });
}

/** Where a shared screen and the faces beside it are drawn. */
export function layoutOf(
  faces: number,
  hasScreen: boolean,
  width: number,
  height: number,
): { readonly screen: Box | null; readonly faces: readonly Box[] } {
  const all: Box = { x: GAP, y: GAP, width: width - 2 * GAP, height: height - 2 * GAP };
  if (!hasScreen) return { screen: null, faces: gridBoxes(faces, all) };
  if (faces === 0) return { screen: all, faces: [] };
  const beside = Math.round(all.width * FACES);
  return {
    screen: { ...all, width: all.width - beside - GAP },
    faces: gridBoxes(faces, { ...all, x: all.x + all.width - beside, width: beside }),
  };
}

/** The part of a picture of that size which fills the box, the rest cut away (`cover`), or all of it within (`contain`). */
export function placed(
  size: { readonly width: number; readonly height: number },
  box: Box,
  fit: 'cover' | 'contain',
): { readonly source: Box; readonly target: Box } {
  const scales = [box.width / size.width, box.height / size.height] as const;
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const source = {
    width: Math.min(size.width, box.width / scale),
    height: Math.min(size.height, box.height / scale),
  };
  const target = { width: source.width * scale, height: source.height * scale };
  return {
    source: { ...source, x: (size.width - source.width) / 2, y: (size.height - source.height) / 2 },
    target: { ...target, x: box.x + (box.width - target.width) / 2, y: box.y + (box.height - target.height) / 2 },
  };
}
