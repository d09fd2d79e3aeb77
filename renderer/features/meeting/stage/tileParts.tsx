import { clsx } from 'clsx';
import { EllipsisVertical, Pin, Spotlight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Mark } from '../../../ui/Mark.tsx';
import type { Area } from './grid.ts';
import type { StageItem } from './items.ts';
import type { Box } from './layout.ts';
import styles from './Tile.module.css';

export interface TileProps {
  readonly item: StageItem;
  readonly box: Box;
  readonly area: Area;
  /** In a crowd: not seen on its way from one place to another; a person has square corners there. */
  readonly isInCrowd: boolean;
  /** Who sends nothing is not muted: they watch. */
  readonly isViewer: boolean;
  readonly isPinned: boolean;
  /** Their place in the order of raised hands; null while theirs is down. */
  readonly hand: number | null;
  /** Shown large to everybody. */
  readonly isSpotlit: boolean;
  /** Tab comes to this one; arrows lead to the others. */
  readonly isStop: boolean;
}

/** What I, or the host, made of a tile. */
export function ViewMarks({ isPinned, isSpotlit }: Pick<TileProps, 'isPinned' | 'isSpotlit'>) {
  const { t } = useTranslation();
  return (
    <>
      {isSpotlit ? (
        <Mark label={t('stage.spotlit')} className={clsx(styles.lit)}>
          <Spotlight size={14} />
        </Mark>
      ) : null}
      {isPinned ? (
        <Mark label={t('stage.pinned')}>
          <Pin size={14} />
        </Mark>
      ) : null}
    </>
  );
}

/** Opens the tile's menu, which is the stage's: fifty menus would cost what one does fifty times. */
export function TileButton({ label, isStop }: { readonly label: string; readonly isStop: boolean }) {
  return (
    <button
      type="button"
      data-tile-menu
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      tabIndex={isStop ? 0 : -1}
      className={clsx(styles.more)}
    >
      <EllipsisVertical size={18} aria-hidden="true" />
    </button>
  );
}
