import type { StageItem } from './items.ts';
import type { StageView } from './stageView.ts';

export interface StageNow {
  /** In the order of their tiles. */
  readonly items: readonly StageItem[];
  readonly view: StageView;
  /** Who is shown large to everybody, by participant id. */
  readonly spotlit: string | null;
  /** Whom the speaker view follows. */
  readonly speaker: string | null;
}

/** Which tiles are large, which stand beside them (or, with none large, in the grid), and where I am. */
export interface Arrangement {
  readonly big: readonly StageItem[];
  readonly rest: readonly StageItem[];
  /** My own picture, in a corner above the others. */
  readonly floating: StageItem | null;
  /** People who are not on the stage because they have no video. */
  readonly quiet: number;
}

/**
 * What I pinned goes before everything; then screens, because they are shared to be read; then whoever is shown to
 * everybody; then, in the speaker view, whoever speaks. Where none of that is, all are alike.
 */
export function arrange({ items, view, spotlit, speaker }: StageNow): Arrangement {
  const big = bigOf(items, view, spotlit, speaker);
  const isBig = new Set(big.map(({ key }) => key));
  const others = items.filter(({ key, isMe }) => !isBig.has(key) && !isMe);
  const me = items.find(({ key, isMe }) => isMe && !isBig.has(key)) ?? null;
  const seen = view.hidesQuiet ? others.filter(hasPicture) : others;
  const quiet = others.length - seen.length;
  // Whoever is alone sees themselves, however they look at others.
  if (me === null || (big.length === 0 && seen.length === 0)) {
    return { big, rest: me ? [me] : seen, floating: null, quiet };
  }
  const rest = view.selfView === 'grid' ? [me, ...seen] : seen;
  return { big, rest, floating: view.selfView === 'floating' ? me : null, quiet };
}

const hasPicture = ({ kind, participant }: StageItem): boolean => kind === 'screen' || participant.media.camera;

function bigOf(
  items: readonly StageItem[],
  { mode, pins }: StageView,
  spotlit: string | null,
  speaker: string | null,
): readonly StageItem[] {
  const pinned = pins.flatMap((key) => items.find((item) => item.key === key) ?? []);
  if (pinned.length > 0) return pinned;
  const screens = items.filter(({ kind }) => kind === 'screen');
  if (screens.length > 0) return screens;
  const one = spotlit ?? (mode === 'speaker' ? speaker : null);
  // A crowd of one has no front row.
  if (one === null || items.length < 2) return [];
  return items.filter(({ kind, participant }) => kind === 'camera' && participant.id === one);
}
