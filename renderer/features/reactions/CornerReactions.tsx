import { clsx } from 'clsx';
import { useContext } from 'react';

import { PICTURES } from './pictures.ts';
import { ReactionContext, useReactions } from './reactionBoard.ts';
import styles from './Reactions.module.css';

/** Reactions of whoever has no tile on the screen right now, with their names. For eyes alone. */
export function CornerReactions() {
  const board = useContext(ReactionContext);
  const others = useReactions().filter(({ participant }) => !board.isSeated(participant));
  if (others.length === 0) return null;
  return (
    <div aria-hidden="true" className={clsx(styles.corner)}>
      {others.slice(-6).map(({ key, name, reaction }) => (
        <p key={key} className={clsx(styles.chip)}>
          <img src={PICTURES[reaction]} alt="" data-reaction={reaction} className={clsx(styles.small)} />
          <span dir="auto" className={clsx(styles.name)}>
            {name}
          </span>
        </p>
      ))}
    </div>
  );
}
