import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves focus to the new screen's heading whenever the screen changes, so that a screen reader starts there and a
 * keyboard does not start from nowhere. Leaves focus alone inside a dialog, and at the very first screen. `isThere`: the
 * screen can be drawn, and need not be brought first.
 */
export function useScreenFocus(screen: string, isThere: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const shown = useRef(screen);
  useEffect(() => {
    if (!isThere || shown.current === screen) return;
    shown.current = screen;
    if (document.activeElement?.closest('[role=dialog]')) return;
    ref.current?.querySelector<HTMLElement>('[data-screen-heading]')?.focus();
  }, [screen, isThere]);
  return ref;
}
