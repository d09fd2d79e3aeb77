import { useState } from 'react';

import { everyone, others } from '#meeting/room/selectors.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useMedia } from '../../bridge/parley.ts';

/**
 * Whose face is shown where there is room for one: whoever speaks, and after that whoever spoke last, so that it does not
 * jump between two who talk to each other. Before anybody did: somebody with a picture. Alone: oneself.
 */
export function useFace({ room, me }: SessionIn<'joined' | 'reconnecting'>): Participant | null {
  const [last, setLast] = useState<string | null>(null);
  const speaker = useMedia((view) => {
    if (last !== null && view.remotes[last]?.speaking === true) return last;
    return Object.keys(view.remotes).find((id) => view.remotes[id]?.speaking === true) ?? null;
  });
  if (speaker !== null && speaker !== last) setLast(speaker);
  const people = others(room, me);
  const shown = people.find(({ id }) => id === (speaker ?? last));
  return shown ?? people.find(({ media }) => media.camera) ?? people[0] ?? everyone(room)[0] ?? null;
}
