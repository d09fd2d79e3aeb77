import { type RefObject, useLayoutEffect, useRef } from 'react';

import type { Box } from './layout.ts';
import type { TileProps } from './tileParts.tsx';

const MOVE: KeyframeAnimationOptions = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** As drawn at `to`, but where `from` is. */
const asAt = (from: Box, to: Box): string =>
  `translate(${from.x}px, ${from.y}px) scale(${from.width / to.width}, ${from.height / to.height})`;

/**
 * Moves a tile from where it was to where it is (first, last, invert, play): its size is what it will be from the first
 * frame, so that moving costs no layout. Not while the window itself changes, and not for whoever wants no motion.
 */
export function useFlip(
  ref: RefObject<HTMLElement | null>,
  { box, area, isInCrowd }: Pick<TileProps, 'box' | 'area' | 'isInCrowd'>,
): void {
  const before = useRef({ box, area });
  useLayoutEffect(() => {
    const { box: from, area: then } = before.current;
    before.current = { box, area };
    const element = ref.current;
    if (!element || isSame(from, box) || then.width !== area.width || then.height !== area.height) return;
    if (isInCrowd || from.width === 0 || box.width === 0) return;
    if (document.documentElement.dataset['motion'] === 'less') return;
    element.animate([{ transform: asAt(from, box) }, { transform: asAt(box, box) }], MOVE);
  }, [ref, box, area, isInCrowd]);
}

const isSame = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
