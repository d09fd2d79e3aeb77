import { useEffect } from 'react';

/**
 * What focus was on lately, with all that it stood in, from the inside out. Held weakly, as one element of a screen that
 * is gone would keep that whole screen; whatever is still there is held by the document.
 */
interface Trace {
  readonly element: WeakRef<Element>;
  readonly around: readonly WeakRef<Element>[];
}

/** Elements to go back through: a menu, its dialog, the button of the dialog, and some more. */
const MOST = 12;

/** What focus can be put on. Nothing that a screen reader alone reaches, or that is switched off. */
const REACHED =
  'button:not(:disabled, [tabindex="-1"]), input:not(:disabled, [tabindex="-1"]), textarea:not(:disabled), a[href], [tabindex="0"], [data-screen-heading]';

/** Where a list, a panel or a dialog begins: focus goes no farther out than to the innermost one that is still there. */
const PLACE = 'ul, ol, section, [role=region], [role=group], [role=dialog], main, header';

function traceOf(element: Element): Trace {
  const around: WeakRef<Element>[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) around.push(new WeakRef(at));
  return { element: new WeakRef(element), around };
}

const isThere = (element: Element | undefined): element is Element =>
  element !== undefined && element.isConnected && element.closest('[inert], [hidden], [aria-hidden=true]') === null;

/** The nearest thing to what is gone: itself if it is back, else the first in the innermost place that is still there. */
function nearest(trace: Trace): HTMLElement | null {
  const element = trace.element.deref();
  if (element instanceof HTMLElement && isThere(element)) return element;
  const places = trace.around
    .map((place) => place.deref())
    .filter(isThere)
    .filter((place) => place.matches(PLACE));
  for (const place of places) {
    const found = [...place.querySelectorAll<HTMLElement>(REACHED)].find(isThere);
    if (found) return found;
  }
  return null;
}

/**
 * Keeps focus somewhere when what it was on goes: with the row of somebody who left, or with a button that has done its
 * work. Otherwise a keyboard would begin at the top of the window again, and a screen reader fall silent.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let lately: readonly Trace[] = [];
    let waiting = 0;
    const isLost = (): boolean =>
      document.activeElement === document.body && lately[0] !== undefined && !isThere(lately[0].element.deref());
    const mend = (): void => {
      if (!isLost()) return;
      for (const trace of lately) {
        const found = nearest(trace);
        if (found === null) continue;
        found.focus({ preventScroll: true });
        return;
      }
      document.querySelector<HTMLElement>('[data-screen-heading]')?.focus();
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element) lately = [traceOf(target), ...lately].slice(0, MOST);
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      cancelAnimationFrame(waiting);
      // Dialogs and menus give focus back by themselves, a frame later.
      waiting = requestAnimationFrame(() => {
        waiting = requestAnimationFrame(mend);
      });
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      cancelAnimationFrame(waiting);
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
}
