import { clsx } from 'clsx';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';

import { placeOfHand } from '#meeting/room/hands.ts';
import { spotlit } from '#meeting/room/spotlight.ts';
import { speaks } from '#meeting/room/speakers.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useSize } from '../../../ui/useSize.ts';
import { useShortcuts } from '../../../ui/useShortcuts.ts';
import { Pager } from './Pager.tsx';
import { SelfFloat } from './SelfFloat.tsx';
import styles from './Stage.module.css';
import { useStageView } from './StageViewContext.tsx';
import { useFullScreen } from './useFullScreen.ts';
import { useStageNow } from './useStageNow.ts';
import { useStill } from './useStill.ts';
import { useTiles } from './useTiles.tsx';
import { useWatched } from './useWatched.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** Everybody, or who matters now and the others beside them; pages, round and round, where there are more than can be read. */
export function Stage({ session: now, children }: { readonly session: Inside; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  // Fifty tiles take longer than one frame: they are drawn between frames, once everything else is.
  const session = useDeferredValue(now);
  const [ref, area] = useSize<HTMLDivElement>();
  const { view, act } = useStageView();
  const { items, placed, layout, floating, quiet } = useStageNow(session, view, area);
  const { isFull, toggle } = useFullScreen();
  const still = useStill(isFull);
  useWatched(placed, session);
  useShortcuts({ fullScreen: toggle });
  const tiles = useTiles({ session, items, placed, area, ref });
  const isShown = area.width > 0;
  return (
    <section
      data-theme="dark"
      data-region
      data-stage
      tabIndex={-1}
      aria-label={t('meeting.stage')}
      className={clsx(styles.stage, still && styles.still)}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the buttons in it are what is acted on */}
      <div ref={ref} className={clsx(styles.area)} {...tiles.handlers}>
        {isShown ? tiles.tiles : null}
        {isShown && floating ? (
          <SelfFloat
            item={floating}
            area={area}
            isViewer={!speaks(session.room, floating.participant.role)}
            hand={placeOfHand(session.room, floating.participant.id)}
            isSpotlit={spotlit(session.room) === floating.participant.id}
          />
        ) : null}
        {isShown && placed.length === 0 ? <p className={clsx(styles.empty)}>{t('stage.nobodyWithVideo')}</p> : null}
        <Pager layout={layout} area={area} onTurn={(page) => act({ do: 'turn-to', page })} />
      </div>
      {quiet > 0 ? <p className={clsx(styles.quiet)}>{t('stage.quiet', { count: quiet })}</p> : null}
      {tiles.menu}
      <div className={clsx(styles.bar)}>{children}</div>
    </section>
  );
}
