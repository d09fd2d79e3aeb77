import { useEffect } from 'react';

import type { ParticipantId } from '#protocol/ids.ts';

import { useParley } from '../../../bridge/parley.ts';
import type { PictureSize } from '../../../media/transport.ts';
import type { PlacedItem } from './useStageNow.ts';

/** Tells the engine whose pictures are on the stage, and how large: whoever is not is asked to send none. */
export function useWatched(placed: readonly PlacedItem[]): void {
  const { engine } = useParley();
  const sizes = JSON.stringify(
    placed
      .filter(({ item }) => item.kind === 'camera' && !item.isMe)
      .map(({ item, box }) => [item.participant.id, inPixels(box.width), inPixels(box.height)]),
  );
  useEffect(() => {
    const shown = JSON.parse(sizes) as readonly (readonly [ParticipantId, number, number])[];
    engine.watch(new Map<ParticipantId, PictureSize>(shown.map(([id, width, height]) => [id, { width, height }])));
  }, [engine, sizes]);
  // Off the page nobody is shown.
  useEffect(() => () => engine.watch(new Map()), [engine]);
}

const inPixels = (length: number): number => Math.max(1, Math.ceil(length * devicePixelRatio));
