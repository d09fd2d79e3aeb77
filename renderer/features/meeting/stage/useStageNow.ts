import { useMemo, useState, useSyncExternalStore } from 'react';

import { spotlit } from '#meeting/room/spotlight.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useMedia, useParley } from '../../../bridge/parley.ts';
import { arrange } from './arrange.ts';
import type { Area } from './grid.ts';
import { type StageItem, stageItems } from './items.ts';
import { type Box, layOut, type StageLayout } from './layout.ts';
import { followSpeaker } from './speakerFollower.ts';
import { nextOrder, NO_ORDER } from './stageOrder.ts';
import type { StageView } from './stageView.ts';

export interface PlacedItem {
  readonly item: StageItem;
  readonly box: Box;
  readonly isBig: boolean;
}

export interface StageNowView {
  /** All that there is, shown or not. */
  readonly items: readonly StageItem[];
  /** What is shown, in the order in which it is read. */
  readonly placed: readonly PlacedItem[];
  readonly layout: StageLayout;
  readonly floating: StageItem | null;
  /** People who are not shown because they have no video. */
  readonly quiet: number;
}

/** What is on the stage, and where: from who is there, who speaks, how I look at it, and the room that there is. */
export function useStageNow(session: SessionIn<'joined' | 'reconnecting'>, view: StageView, area: Area): StageNowView {
  const { room, me } = session;
  const items = stageItems(room, me);
  const others = items.filter(({ kind, isMe }) => kind === 'camera' && !isMe).map(({ key }) => key);
  // One word for who speaks, so that levels and pictures of fifty people draw the stage anew only when that changes.
  const speaking = useMedia((media) => others.filter((id) => media.remotes[id]?.speaking === true).join(' '));
  const speaker = useSpeaker();
  const { big, rest, floating, quiet } = arrange({ items, view, spotlit: spotlit(room), speaker });
  const fills = big.some(({ kind }) => kind === 'screen');
  const layout = layOut(area, { big: big.length, fills, rest: rest.length, page: view.page });
  const ids = useOrder(items, rest, me, speaking, layout.perPage);
  const line = [...rest].sort((a, b) => rank(a, ids) - rank(b, ids));
  const shown = line.slice(layout.page * layout.perPage, layout.page * layout.perPage + layout.rest.length);
  return {
    items,
    placed: [...place(big, layout.big, true), ...place(shown, layout.rest, false)],
    layout,
    floating,
    quiet,
  };
}

function useSpeaker(): string | null {
  const { engine } = useParley();
  const follower = useMemo(() => followSpeaker(engine), [engine]);
  return useSyncExternalStore(follower.subscribe, follower.current);
}

function useOrder(
  items: readonly StageItem[],
  rest: readonly StageItem[],
  me: string,
  speaking: string,
  perPage: number,
): readonly string[] {
  const [order, setOrder] = useState(NO_ORDER);
  const cameras = items.filter(({ kind }) => kind === 'camera');
  const inLine = new Set(rest.map(({ key }) => key));
  const next = nextOrder(order, {
    me,
    present: cameras.map(({ key }) => key),
    speaking: new Set(speaking === '' ? [] : speaking.split(' ')),
    pictured: new Set(cameras.filter(({ participant }) => participant.media.camera).map(({ key }) => key)),
    aside: new Set(cameras.map(({ key }) => key).filter((key) => !inLine.has(key))),
    perPage,
  });
  // Order is state that follows from what was shown before; React redraws at once with what is put here.
  if (next !== order) setOrder(next);
  return next.ids;
}

/** A screen that is not large stands before all faces. */
const rank = ({ kind, key }: StageItem, ids: readonly string[]): number => (kind === 'screen' ? -1 : ids.indexOf(key));

const place = (items: readonly StageItem[], boxes: readonly Box[], isBig: boolean): readonly PlacedItem[] =>
  items.flatMap((item, index) => {
    const box = boxes[index];
    return box ? [{ item, box, isBig }] : [];
  });
