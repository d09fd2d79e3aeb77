import { useEffect } from 'react';

import type { Pushes } from '#protocol/ipc/contract.ts';

import { useParley } from '../../bridge/parley.ts';

/** Told when the person asked, outside the window, to see a part of the meeting. */
export function useShow(onShow: (panel: Pushes['show']['panel']) => void): void {
  const { bridge } = useParley();
  useEffect(() => bridge.on('show', ({ panel }) => onShow(panel)), [bridge, onShow]);
}
