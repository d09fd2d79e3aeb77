import { useCallback, useEffect, useRef } from 'react';

import { useParley } from '../../bridge/parley.ts';

/** Milliseconds after which it is said again that I write. */
const AGAIN_MS = 3_000;

/** Tells the others that I write, now and then while I do, and that I stopped. */
export function useTyping(): (writes: boolean) => void {
  const { bridge } = useParley();
  const saidAt = useRef<number | null>(null);
  const tell = useCallback(
    (writes: boolean) => {
      const now = performance.now();
      if (writes ? saidAt.current !== null && now - saidAt.current < AGAIN_MS : saidAt.current === null) return;
      saidAt.current = writes ? now : null;
      void bridge.request('chat:typing', { writes });
    },
    [bridge],
  );
  useEffect(() => () => tell(false), [tell]);
  return tell;
}
