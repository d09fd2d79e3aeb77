import { clsx } from 'clsx';
import { Expand, Maximize2, Minimize2, Scaling } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../../../ui/IconButton.tsx';
import { Video } from '../../../ui/Video.tsx';
import { useFullScreen } from './useFullScreen.ts';
import styles from './ScreenView.module.css';

interface ScreenViewProps {
  readonly stream: MediaStream;
  /** Whose screen it is, in words. */
  readonly label: string;
  /** Small ones are to be seen, not read: they have no tools. */
  readonly isLarge: boolean;
}

/** Somebody's screen, whole and as large as fits; or in its own size, to be moved about in, so that nothing is blurred. */
export function ScreenView({ stream, label, isLarge }: ScreenViewProps) {
  const { t } = useTranslation();
  const [wantsActual, setWantsActual] = useState(false);
  const { isFull, toggle } = useFullScreen();
  const isActual = wantsActual && isLarge;
  return (
    <>
      {isActual ? (
        <div
          role="region"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by the keyboard.
          tabIndex={0}
          aria-label={t('sharing.view.area', { name: label })}
          className={clsx(styles.area)}
        >
          <Video stream={stream} className={clsx(styles.actual)} />
        </div>
      ) : (
        <Video stream={stream} className={clsx(styles.fit)} />
      )}
      {isLarge ? (
        <div className={clsx(styles.tools)}>
          <IconButton
            className={styles.tool}
            label={t(isActual ? 'sharing.view.fit' : 'sharing.view.actual')}
            onPress={() => setWantsActual(!wantsActual)}
          >
            {isActual ? <Minimize2 size={18} /> : <Scaling size={18} />}
          </IconButton>
          <IconButton
            className={styles.tool}
            label={t(isFull ? 'sharing.view.leaveFull' : 'sharing.view.full')}
            onPress={toggle}
          >
            {isFull ? <Expand size={18} /> : <Maximize2 size={18} />}
          </IconButton>
        </div>
      ) : null}
    </>
  );
}
