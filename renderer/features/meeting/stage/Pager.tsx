import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../../../ui/IconButton.tsx';
import { SHORTCUTS } from '../../../ui/shortcuts.ts';
import type { Area } from './grid.ts';
import type { StageLayout } from './layout.ts';
import styles from './Pager.module.css';
import { usePageKeys } from './usePageKeys.ts';

/** In pixels: a stage on which a few words fit beside the widest bar. */
const ROOM_BESIDE_BAR = 1100;
/** Of a button's middle, in pixels. */
const BELOW = 34;

interface PagerProps {
  readonly layout: StageLayout;
  readonly area: Area;
  readonly onTurn: (page: number) => void;
}

/** Turns the pages of the stage, round and round, where there is more than one. */
export function Pager({ layout, area, onTurn }: PagerProps) {
  const { t } = useTranslation();
  const { direction } = useLocale();
  const { pager, page, pages } = layout;
  const turn = (by: 1 | -1): void => {
    if (pages > 1) onTurn((page + by + pages) % pages);
  };
  usePageKeys(turn);
  if (!pager) return null;
  const isTurned = direction === 'rtl';
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    left: isTurned ? area.width - x : x,
    top: y,
  });
  const [Back, On] = isTurned ? [ChevronRight, ChevronLeft] : [ChevronLeft, ChevronRight];
  const isApart = Math.abs(pager.next.x - pager.previous.x) > 200;
  // Beside the bar of controls where that leaves room, else where the eye is: between the buttons, or below one of them.
  const isCorner = isApart && area.width >= ROOM_BESIDE_BAR;
  const near = isApart
    ? { x: pager.next.x, y: pager.next.y + BELOW }
    : { x: (pager.previous.x + pager.next.x) / 2, y: pager.next.y };
  return (
    <>
      <div className={clsx(styles.button)} style={at(pager.previous)}>
        <IconButton
          size="large"
          label={t('meeting.previousPage')}
          shortcut={SHORTCUTS.previousPage}
          onPress={() => turn(-1)}
        >
          <Back size={22} />
        </IconButton>
      </div>
      <div className={clsx(styles.button)} style={at(pager.next)}>
        <IconButton size="large" label={t('meeting.nextPage')} shortcut={SHORTCUTS.nextPage} onPress={() => turn(1)}>
          <On size={22} />
        </IconButton>
      </div>
      <p
        role="status"
        className={clsx(styles.where, isCorner && styles.corner)}
        style={isCorner ? undefined : at(near)}
      >
        <span aria-hidden="true">
          {isCorner ? t('meeting.page', { page: page + 1, pages }) : `${page + 1} / ${pages}`}
        </span>
        <span className={clsx(styles.said)}>{t('meeting.page', { page: page + 1, pages })}</span>
      </p>
    </>
  );
}
