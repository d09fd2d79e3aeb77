import { useEffect, useRef } from 'react';

import { matches, SHORTCUTS } from '../../../ui/shortcuts.ts';

/** Where these keys scroll, write or choose: there they are left alone. */
const TAKEN = '[role=dialog], [role=alertdialog], [role=menu], input, textarea, [data-region]:not([data-stage])';

/** Page Up and Page Down turn the pages of the stage, unless what is focused has a use for them itself. */
export function usePageKeys(turn: (by: 1 | -1) => void): void {
  const newest = useRef(turn);
  useEffect(() => {
    newest.current = turn;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const by = matches(SHORTCUTS.nextPage, event) ? 1 : matches(SHORTCUTS.previousPage, event) ? -1 : null;
      if (by === null || (event.target instanceof Element && event.target.closest(TAKEN))) return;
      event.preventDefault();
      newest.current(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
