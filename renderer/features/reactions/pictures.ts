import type { Reaction } from '#protocol/reaction.ts';

import applause from './pictures/applause.svg';
import celebrate from './pictures/celebrate.svg';
import heart from './pictures/heart.svg';
import laugh from './pictures/laugh.svg';
import surprise from './pictures/surprise.svg';
import thinking from './pictures/thinking.svg';
import thumbsDown from './pictures/thumbsDown.svg';
import thumbsUp from './pictures/thumbsUp.svg';

/** Where the picture of each reaction is: drawn by us, because a system's own emoji differ and may be missing. */
export const PICTURES: Readonly<Record<Reaction, string>> = {
  applause,
  'thumbs-up': thumbsUp,
  'thumbs-down': thumbsDown,
  heart,
  laugh,
  surprise,
  celebrate,
  thinking,
};
