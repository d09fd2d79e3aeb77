import { useState } from 'react';

import { everyone } from '#meeting/room/selectors.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useMedia } from '../../../bridge/parley.ts';
import { nextOrder, NO_ORDER } from './stageOrder.ts';

/** Everybody present in the order of their tiles. */
export function useStageOrder(session: SessionIn<'joined' | 'reconnecting'>, perPage: number): readonly Participant[] {
  const remotes = useMedia((view) => view.remotes);
  const [order, setOrder] = useState(NO_ORDER);
  const present = everyone(session.room);
  const speaking = new Set(present.map(({ id }) => id).filter((id) => remotes[id]?.speaking === true));
  const next = nextOrder(order, { me: session.me, present: present.map(({ id }) => id), speaking, perPage });
  // Order is state that follows from what was shown before; React redraws at once with what is put here.
  if (next !== order) setOrder(next);
  const byId = session.room.participants;
  return next.ids.flatMap((id) => byId[id] ?? []);
}
