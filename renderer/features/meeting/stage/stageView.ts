import type { StageLook } from '#protocol/ipc/stageLook.ts';

import type { Corner } from './corners.ts';

/** How I look at the meeting: mine alone, and nobody else's business. */
export interface StageView extends StageLook {
  /** Keys of items that I want large, whoever speaks; in the order in which I pinned them. */
  readonly pins: readonly string[];
  /** From 0; may be more than there are. */
  readonly page: number;
}

/** As I looked at the last meeting. */
export function viewAs(look: StageLook): StageView {
  const { mode, selfView, corner, hidesQuiet } = look;
  return { mode, selfView, corner, hidesQuiet, pins: [], page: 0 };
}

/** What of it is kept for the next meeting. */
export function lookOf({ mode, selfView, corner, hidesQuiet }: StageView): StageLook {
  return { mode, selfView, corner, hidesQuiet };
}

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
