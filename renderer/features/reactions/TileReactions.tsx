import { clsx } from 'clsx';

import type { ParticipantId } from '#protocol/ids.ts';

import { PICTURES } from './pictures.ts';
import { useReactionsOf, useSeat } from './reactionBoard.ts';
import styles from './Reactions.module.css';

/** The reactions of one person, over their tile. For eyes alone: who listens is told of many at once. */
export function TileReactions({ participant }: { readonly participant: ParticipantId }) {
  useSeat(participant);
  const mine = useReactionsOf(participant);
  if (mine.length === 0) return null;
  return (
    <div aria-hidden="true" className={clsx(styles.tile)}>
      {mine.map(({ key, reaction }) => (
        <img key={key} src={PICTURES[reaction]} alt="" data-reaction={reaction} className={clsx(styles.picture)} />
      ))}
    </div>
  );
}
