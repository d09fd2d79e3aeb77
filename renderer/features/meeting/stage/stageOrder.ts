/** Who stands where on the stage, and who spoke when, by participant id. */
export interface StageOrder {
  readonly ids: readonly string[];
  /** Counts up with every change of speakers; the larger, the more recently somebody spoke. */
  readonly turn: number;
  readonly spoke: Readonly<Record<string, number>>;
}

export const NO_ORDER: StageOrder = { ids: [], turn: 0, spoke: {} };

export interface OnStage {
  readonly me: string;
  /** Everybody present, in the order in which they came. */
  readonly present: readonly string[];
  readonly speaking: ReadonlySet<string>;
  /** Tiles on the first page. */
  readonly perPage: number;
}

/**
 * The next order, the very same one where nothing changes. It changes only when it has to: who goes leaves the others where they stand, who comes stands at the
 * end, and whoever speaks from beyond the first page changes places with the one on it who has been silent for longest.
 */
export function nextOrder(order: StageOrder, on: OnStage): StageOrder {
  const ids = settled(order.ids, on);
  const isNewTurn = [...on.speaking].some((id) => order.spoke[id] !== order.turn);
  const turn = isNewTurn ? order.turn + 1 : order.turn;
  const spoke = isNewTurn
    ? { ...order.spoke, ...Object.fromEntries([...on.speaking].map((id) => [id, turn])) }
    : order.spoke;
  for (const id of on.speaking) {
    const from = ids.indexOf(id);
    if (from < on.perPage) continue;
    const to = longestSilent(ids, on, spoke);
    if (to === null) break;
    [ids[to], ids[from]] = [id, ids[to] ?? id];
  }
  return isSame(ids, order.ids) && turn === order.turn ? order : { ids, turn, spoke };
}

function settled(before: readonly string[], { me, present }: OnStage): string[] {
  const here = new Set(present);
  const stayed = before.filter((id) => here.has(id));
  const known = new Set(stayed);
  const came = present.filter((id) => !known.has(id));
  const all = [...stayed, ...came];
  // I stand first, from the start, and nobody's speaking moves me.
  return all.includes(me) ? [me, ...all.filter((id) => id !== me)] : all;
}

function longestSilent(ids: readonly string[], on: OnStage, spoke: StageOrder['spoke']): number | null {
  let found: number | null = null;
  for (let index = 0; index < Math.min(on.perPage, ids.length); index++) {
    const id = ids[index];
    if (id === undefined || id === on.me || on.speaking.has(id)) continue;
    const best = found === null ? undefined : ids[found];
    if (best === undefined || (spoke[id] ?? 0) < (spoke[best] ?? 0)) found = index;
  }
  return found;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);
