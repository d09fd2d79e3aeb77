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
  /** Who has their video on. */
  readonly pictured: ReadonlySet<string>;
  /** Who does not stand in line: large, in a corner, or not shown. They keep their place for when they do again. */
  readonly aside: ReadonlySet<string>;
  /** Tiles on the first page. */
  readonly perPage: number;
}

/**
 * The next order, the very same one where nothing changes. It changes only when it has to: who goes leaves the others
 * where they stand, who comes stands at the end, whoever speaks from beyond the first page changes places with the one on
 * it who has been silent for longest, and whoever has video there with one on it who has none.
 */
export function nextOrder(order: StageOrder, on: OnStage): StageOrder {
  const ids = settled(order.ids, on);
  const isNewTurn = [...on.speaking].some((id) => order.spoke[id] !== order.turn);
  const turn = isNewTurn ? order.turn + 1 : order.turn;
  const spoke = isNewTurn
    ? { ...order.spoke, ...Object.fromEntries([...on.speaking].map((id) => [id, turn])) }
    : order.spoke;
  bringForward(
    ids,
    on,
    (id) => on.speaking.has(id),
    (place) => leastMissed(place, on, spoke),
  );
  bringForward(
    ids,
    on,
    (id) => on.pictured.has(id),
    (place) =>
      leastMissed(
        place.filter((id) => !on.pictured.has(id)),
        on,
        spoke,
      ),
  );
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

/** Lets those beyond the first page change places with whom `victim` names on it, for as long as it names anybody. */
function bringForward(
  ids: string[],
  on: OnStage,
  deserves: (id: string) => boolean,
  victim: (firstPage: readonly string[]) => string | null,
): void {
  const line = (): readonly string[] => ids.filter((id) => !on.aside.has(id));
  for (const id of line().slice(on.perPage).filter(deserves)) {
    const gives = victim(line().slice(0, on.perPage));
    if (gives === null) return;
    const [from, to] = [ids.indexOf(id), ids.indexOf(gives)];
    [ids[to], ids[from]] = [id, gives];
  }
}

/** Of these the one who is missed least: without video before with it, then who has been silent for longest; never I. */
function leastMissed(place: readonly string[], on: OnStage, spoke: StageOrder['spoke']): string | null {
  let found: string | null = null;
  const weight = (id: string): number => (on.pictured.has(id) ? 1e9 : 0) + (spoke[id] ?? 0);
  for (const id of place) {
    if (id === on.me || on.speaking.has(id)) continue;
    if (found === null || weight(id) < weight(found)) found = id;
  }
  return found;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);
