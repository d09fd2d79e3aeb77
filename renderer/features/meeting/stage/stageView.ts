import type { Corner } from './corners.ts';

/** How I look at the meeting: mine alone, and nobody else's business. */
export interface StageView {
  /** `speaker`: whoever speaks is large, the others beside them. */
  readonly mode: 'grid' | 'speaker';
  /** Keys of items that I want large, whoever speaks; in the order in which I pinned them. */
  readonly pins: readonly string[];
  /** My own picture: among the others, in a corner above them, or nowhere. */
  readonly selfView: 'grid' | 'floating' | 'hidden';
  readonly corner: Corner;
  /** People without video are not on the stage. */
  readonly hidesQuiet: boolean;
  /** From 0; may be more than there are. */
  readonly page: number;
}

export const FIRST_VIEW: StageView = {
  mode: 'grid',
  pins: [],
  selfView: 'grid',
  corner: 'bottom-end',
  hidesQuiet: false,
  page: 0,
};

export type StageAct =
  | { readonly do: 'show-mode'; readonly mode: StageView['mode'] }
  /** Pins what is not pinned, and lets go of what is. */
  | { readonly do: 'pin'; readonly key: string }
  | { readonly do: 'show-self'; readonly selfView: StageView['selfView'] }
  | { readonly do: 'move-self'; readonly corner: Corner }
  | { readonly do: 'hide-quiet'; readonly hides: boolean }
  | { readonly do: 'turn-to'; readonly page: number }
  /** Items are gone for good: a person who comes back is another one. */
  | { readonly do: 'forget'; readonly present: ReadonlySet<string> };

/** More large tiles than that show nobody large. */
export const MOST_PINS = 4;

/** The next view; the very same one where nothing changes. */
export function nextView(view: StageView, act: StageAct): StageView {
  switch (act.do) {
    case 'show-mode':
      return view.mode === act.mode ? view : { ...view, mode: act.mode, page: 0 };
    case 'pin': {
      const rest = view.pins.filter((key) => key !== act.key);
      const pins = rest.length < view.pins.length ? rest : [...view.pins, act.key].slice(-MOST_PINS);
      return { ...view, pins, page: 0 };
    }
    case 'show-self':
      return view.selfView === act.selfView ? view : { ...view, selfView: act.selfView };
    case 'move-self':
      return view.corner === act.corner ? view : { ...view, corner: act.corner };
    case 'hide-quiet':
      return view.hidesQuiet === act.hides ? view : { ...view, hidesQuiet: act.hides, page: 0 };
    case 'turn-to':
      return view.page === act.page ? view : { ...view, page: act.page };
    case 'forget': {
      const pins = view.pins.filter((key) => act.present.has(key));
      return pins.length === view.pins.length ? view : { ...view, pins };
    }
  }
}
