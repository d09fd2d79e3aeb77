/** One thing in a row, as wide as it was measured, in CSS pixels. */
export interface Measured {
  readonly id: string;
  readonly width: number;
  /** The higher, the longer it stays in the row; null: it always does. */
  readonly rank: number | null;
}

export interface RowSpace {
  /** What the row may take. */
  readonly width: number;
  readonly gap: number;
  /** The button behind which the rest is, if there is any. */
  readonly moreWidth: number;
}

/**
 * Which of them do not fit into the row: as few as can be, the lowest rank first, and of equal ranks the last. What always
 * stands in the row is never among them, whatever the space.
 */
export function notFitting(row: readonly Measured[], { width, gap, moreWidth }: RowSpace): ReadonlySet<string> {
  const out = new Set<string>();
  const taken = (): number => {
    const shown = row.filter(({ id }) => !out.has(id)).map((each) => each.width);
    if (out.size > 0) shown.push(moreWidth);
    return shown.reduce((sum, each) => sum + each, 0) + gap * Math.max(0, shown.length - 1);
  };
  const order = row
    .map((each, place) => ({ ...each, place }))
    .filter((each): each is typeof each & { rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank || b.place - a.place);
  for (const { id } of order) {
    if (taken() <= width) break;
    out.add(id);
  }
  return out;
}
