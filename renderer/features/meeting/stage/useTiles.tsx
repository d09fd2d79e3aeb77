import { type MouseEvent, type ReactNode, type RefObject, useState } from 'react';
import { useLocale } from 'react-aria-components';

import { placeOfHand } from '#meeting/room/hands.ts';
import { spotlit } from '#meeting/room/spotlight.ts';
import { speaks } from '#meeting/room/speakers.ts';
import type { SessionIn } from '#protocol/session.ts';

import type { Area } from './grid.ts';
import type { StageItem } from './items.ts';
import { mirror } from './layout.ts';
import { useStageView } from './StageViewContext.tsx';
import { Tile } from './Tile.tsx';
import { TileMenu } from './TileMenu.tsx';
import type { PlacedItem } from './useStageNow.ts';
import { tileAt, tileButton, useTileKeys } from './useTileKeys.ts';

interface TilesOptions {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly items: readonly StageItem[];
  readonly placed: readonly PlacedItem[];
  readonly area: Area;
  readonly ref: RefObject<HTMLElement | null>;
}

/** More than these, all under way at once, are a swarm that no eye can follow; and each ornament is drawn as often. */
const CROWD = 20;

const isIn = (target: EventTarget, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** The tiles, the menu of one of them, and what pointer and keys do to them: one listener for all of fifty. */
export function useTiles({ session, items, placed, area, ref }: TilesOptions) {
  const { view, act } = useStageView();
  const [opened, setOpened] = useState<{ readonly key: string; readonly anchor: HTMLElement } | null>(null);
  const drawn = useTurned(placed, area);
  const pin = (key: string): void => act({ do: 'pin', key });
  const keys = useTileKeys(drawn, pin);
  const { room } = session;

  const open = (event: MouseEvent): void => {
    const key = tileAt(event.target);
    const anchor = key !== null && ref.current ? tileButton(ref.current, key) : null;
    if (key === null || !anchor) return;
    event.preventDefault();
    setOpened({ key, anchor });
  };
  const item = items.find(({ key }) => key === opened?.key);
  const menu: ReactNode =
    opened && item ? (
      <TileMenu session={session} item={item} anchor={opened.anchor} onClose={() => setOpened(null)} />
    ) : null;
  const tiles: ReactNode = drawn.map(({ item: each, box }) => (
    <Tile
      key={each.key}
      item={each}
      box={box}
      area={area}
      isInCrowd={drawn.length > CROWD}
      isViewer={!speaks(room, each.participant.role)}
      hand={each.kind === 'camera' ? placeOfHand(room, each.participant.id) : null}
      isPinned={view.pins.includes(each.key)}
      isSpotlit={each.kind === 'camera' && spotlit(room) === each.participant.id}
      isStop={each.key === keys.stop}
    />
  ));
  const handlers = {
    onKeyDown: keys.onKeyDown,
    onFocus: keys.onFocus,
    onContextMenu: open,
    onClick: (event: MouseEvent) => {
      if (isIn(event.target, '[data-tile-menu]')) open(event);
    },
    onDoubleClick: (event: MouseEvent) => {
      const key = tileAt(event.target);
      if (key !== null && !isIn(event.target, 'button')) pin(key);
    },
  };
  return { tiles, menu, handlers };
}

/** Places as they are drawn: from the right where text runs so. */
function useTurned(placed: readonly PlacedItem[], area: Area): readonly PlacedItem[] {
  const { direction } = useLocale();
  if (direction !== 'rtl') return placed;
  const boxes = mirror(
    area,
    placed.map(({ box }) => box),
  );
  return placed.map((one, index) => ({ ...one, box: boxes[index] ?? one.box }));
}
