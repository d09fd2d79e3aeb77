import { useEffect, useState } from 'react';

/** Milliseconds without the pointer moving, or a key, after which it counts as still. */
export const STILL_MS = 3_000;

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** Whether nobody has moved the pointer or pressed a key for a while; looked at only while `watches`. */
export function useStill(watches: boolean): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    if (!watches) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const onSign = (): void => {
      clearTimeout(timer);
      setStill(false);
      timer = setTimeout(() => setStill(true), STILL_MS);
    };
    onSign();
    for (const sign of SIGNS) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, onSign, { capture: true });
      setStill(false);
    };
  }, [watches]);
  return still;
}
