import { useEffect } from 'react';

import type { ParticipantId } from '#protocol/ids.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useParley, useSnapshot } from '../../../bridge/parley.ts';
import type { PictureSize } from '../../../media/transport.ts';
import { useFace } from '../../mini/useFace.ts';
import type { PlacedItem } from './useStageNow.ts';

/** As large as anybody is in the small window that stays on top. */
const MINI: PictureSize = { width: 480, height: 270 };

type Watched = readonly (readonly [ParticipantId, PictureSize])[];

/**
 * Tells the engine whose pictures are looked at, and how large: whoever is not is asked to send none. Nobody is while the
 * window is out of sight, but for whose face the small window shows; a recording goes on to show what the stage does.
 */
export function useWatched(placed: readonly PlacedItem[], session: SessionIn<'joined' | 'reconnecting'>): void {
  const { engine } = useParley();
  const { unseen = false, mini = false, recording } = useSnapshot();
  const isAway = unseen && recording?.state !== 'on';
  const face = useFace(session);
  const faces = placed.filter(({ item }) => item.kind === 'camera' && !item.isMe);
  const onStage: Watched = faces.map(({ item, box }) => [item.participant.id, inPixels(box)]);
  const inMini: Watched = mini && face !== null && face.id !== session.me ? [[face.id, MINI]] : [];
  const screens = placed.filter(({ item }) => item.kind === 'screen').map(({ item }) => item.participant.id);
  // Compared as words, because places are worked out anew with each look.
  const watched = JSON.stringify(isAway ? [inMini, []] : [unseen ? [...inMini, ...onStage] : onStage, screens]);
  useEffect(() => {
    const [faces, shared] = JSON.parse(watched) as readonly [Watched, readonly ParticipantId[]];
    engine.watch(new Map(faces), new Set(shared));
  }, [engine, watched]);
  // Off the page nobody is shown.
  useEffect(() => () => engine.watch(new Map(), new Set()), [engine]);
}

function inPixels({ width, height }: PictureSize): PictureSize {
  return { width: toPixels(width), height: toPixels(height) };
}

const toPixels = (length: number): number => Math.max(1, Math.ceil(length * devicePixelRatio));
