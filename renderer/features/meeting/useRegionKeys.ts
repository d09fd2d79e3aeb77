import { useEffect } from 'react';

/** Everything marked `data-region`, in the order in which it is read. */
const regions = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-region]')];

/** F6 goes to the next part of the window, Shift+F6 to the one before, round and round; not out of a dialog. */
export function useRegionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role=dialog]')) return;
      const all = regions();
      if (all.length === 0) return;
      event.preventDefault();
      const here = all.findLastIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = here < 0 && event.shiftKey ? all.length - 1 : (here + step + all.length) % all.length;
      all[next]?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
