import { clsx } from 'clsx';
import { Move } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useAnnouncer } from '../../../app/announcer.ts';
import { ARROWS, type Corner, cornerAt, cornerTowards, mirrored, placeIn } from './corners.ts';
import type { Area } from './grid.ts';
import type { StageItem } from './items.ts';
import styles from './SelfFloat.module.css';
import { useStageView } from './StageViewContext.tsx';
import { Tile } from './Tile.tsx';

interface SelfFloatProps {
  readonly item: StageItem;
  readonly area: Area;
  readonly isViewer: boolean;
  readonly hand: number | null;
  readonly isSpotlit: boolean;
}

/** My own picture in a corner above the others: dragged, or moved by arrow keys, it snaps to the nearest one. */
export function SelfFloat({ item, area, isViewer, hand, isSpotlit }: SelfFloatProps) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { direction } = useLocale();
  const { view, act } = useStageView();
  const [dragged, setDragged] = useState<Point | null>(null);
  const grip = useRef<Point | null>(null);
  const size = sizeIn(area);
  const turned = (corner: Corner): Corner => (direction === 'rtl' ? mirrored(corner) : corner);
  const place = dragged ?? placeIn(turned(view.corner), area, size);

  // As it is drawn, from here on: start is left.
  const moveTo = (corner: Corner): void => {
    act({ do: 'move-self', corner: turned(corner) });
    say(t(`stage.corners.${corner}`), { shown: false });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = ARROWS[event.key];
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(cornerTowards(turned(view.corner), to));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || isOnButton(event.target)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX - place.x, y: event.clientY - place.y };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!grip.current) return;
    const x = clamp(event.clientX - grip.current.x, area.width - size.width);
    setDragged({ x, y: clamp(event.clientY - grip.current.y, area.height - size.height) });
  };
  const onPointerUp = (): void => {
    grip.current = null;
    if (dragged) moveTo(cornerAt(dragged, area, size));
    setDragged(null);
  };
  return (
    <div
      className={clsx(styles.float, dragged && styles.dragged)}
      style={{ ...size, transform: `translate(${place.x}px, ${place.y}px)` }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    >
      <Tile
        item={item}
        box={boxOf(size)}
        area={area}
        isInCrowd={false}
        isViewer={isViewer}
        hand={hand}
        isPinned={false}
        isSpotlit={isSpotlit}
        isStop
      />
      <button
        type="button"
        aria-label={t('stage.moveSelf')}
        title={t('stage.moveSelf')}
        aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
        className={clsx(styles.move)}
        onKeyDown={onKeyDown}
      >
        <Move size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Large enough to see whether my hair is in order. */
function sizeIn({ width }: Area): Area {
  const wide = Math.round(Math.min(280, Math.max(176, width * 0.17)));
  return { width: wide, height: Math.round((wide * 9) / 16) };
}

const boxOf = (size: Area) => ({ x: 0, y: 0, ...size });

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, Math.max(0, most)));

/** A handle that is pressed is dragged by; the menu's button is not. */
const isOnButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-tile-menu]') !== null;
