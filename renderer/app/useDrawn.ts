import { useEffect } from 'react';

import { useParley } from '../bridge/parley.ts';

/** Tells main, once, that the first picture is on the screen. A window that nobody sees has none. */
export function useDrawn(): void {
  const { bridge } = useParley();
  useEffect(() => {
    if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return;
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      void bridge.request('app:drawn', {});
    });
    observer.observe({ type: 'paint', buffered: true });
    return () => observer.disconnect();
  }, [bridge]);
}
