import type { PictureSize, Shown } from './transport.ts';

/** The largest picture that is asked for while saving data, in physical pixels: enough to see who it is and their face. */
const LARGEST: PictureSize = { width: 480, height: 270 };

/** What is shown, as if it were shown no larger than saving data allows. Whoever is not shown still sends nothing. */
export function sparing(shown: Shown): Shown {
  return new Map(
    [...shown].map(([id, { width, height }]) => {
      const scale = Math.min(1, LARGEST.width / width, LARGEST.height / height);
      return [id, { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }];
    }),
  );
}
