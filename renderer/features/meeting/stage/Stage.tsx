import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { placeOfHand } from '#meeting/room/hands.ts';
import { speaks } from '#meeting/room/speakers.ts';
import type { SessionIn } from '#protocol/session.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import { useSize } from '../../../ui/useSize.ts';
import { gridFor, placesFor } from './grid.ts';
import styles from './Stage.module.css';
import { Tile } from './Tile.tsx';
import { useStageOrder } from './useStageOrder.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** Everybody, in tiles as large as the window allows; pages, round and round, where there are more than can be read. */
export function Stage({ session, children }: { readonly session: Inside; readonly children?: React.ReactNode }) {
  const { t } = useTranslation();
  const [ref, area] = useSize<HTMLDivElement>();
  const [wished, setWished] = useState(0);
  const count = Object.keys(session.room.participants).length;
  const grid = gridFor(area, count);
  const order = useStageOrder(session, grid.perPage);
  const page = Math.min(wished, grid.pages - 1);
  const shown = order.slice(page * grid.perPage, (page + 1) * grid.perPage);
  const places = placesFor(area, grid, shown.length);
  const where = t('meeting.page', { page: page + 1, pages: grid.pages });
  return (
    <section data-theme="dark" data-region tabIndex={-1} aria-label={t('meeting.stage')} className={clsx(styles.stage)}>
      <div ref={ref} className={clsx(styles.area)}>
        {area.width === 0
          ? null
          : shown.map((participant, index) => (
              <Tile
                key={participant.id}
                participant={participant}
                isMe={participant.id === session.me}
                hand={placeOfHand(session.room, participant.id)}
                isViewer={!speaks(session.room, participant.role)}
                x={places[index]?.x ?? 0}
                y={places[index]?.y ?? 0}
                width={grid.tileWidth}
                height={grid.tileHeight}
              />
            ))}
      </div>
      {grid.pages > 1 ? (
        <>
          <div className={clsx(styles.pager, styles.previous)}>
            <IconButton
              size="large"
              label={t('meeting.previousPage')}
              onPress={() => setWished((page - 1 + grid.pages) % grid.pages)}
            >
              <ChevronLeft size={22} />
            </IconButton>
          </div>
          <div className={clsx(styles.pager, styles.next)}>
            <IconButton size="large" label={t('meeting.nextPage')} onPress={() => setWished((page + 1) % grid.pages)}>
              <ChevronRight size={22} />
            </IconButton>
          </div>
          <p role="status" className={clsx(styles.where)}>
            {where}
          </p>
        </>
      ) : null}
      {children}
    </section>
  );
}
