import { clsx } from 'clsx';
import { MonitorUp } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Spinner } from '../../../ui/Spinner.tsx';
import { ScreenView } from './ScreenView.tsx';
import styles from './Tile.module.css';
import { TileButton, type TileProps, ViewMarks } from './tileParts.tsx';
import { useFlip } from './useFlip.ts';
import { useSeenScreen } from './useSeen.ts';

/** In pixels: from here on a screen is there to be read. */
const LARGE = 280;

/** A shared screen, whole: nothing of it is cut away. */
export function ScreenTile({ item, box, area, isInCrowd, isPinned, isSpotlit, isStop }: TileProps) {
  const { t } = useTranslation();
  const { participant } = item;
  const screen = useSeenScreen(participant);
  const ref = useRef<HTMLDivElement>(null);
  useFlip(ref, { box, area, isInCrowd });
  const label = t('stage.screenOf', { name: participant.name });
  return (
    <div
      ref={ref}
      role="group"
      aria-label={label}
      data-tile={item.key}
      className={clsx(styles.tile, styles.screen)}
      style={{ width: box.width, height: box.height, transform: `translate(${box.x}px, ${box.y}px)` }}
    >
      {screen ? (
        <ScreenView stream={screen} label={label} isLarge={box.width >= LARGE} />
      ) : (
        <div className={clsx(styles.none)}>
          <Spinner large />
        </div>
      )}
      <p className={clsx(styles.label)}>
        <MonitorUp size={14} aria-hidden="true" />
        <ViewMarks isPinned={isPinned} isSpotlit={isSpotlit} />
        <span dir="auto" className={clsx(styles.name)}>
          {label}
        </span>
      </p>
      <TileButton label={t('stage.options', { name: label })} isStop={isStop} />
    </div>
  );
}
