import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Pixels from the end that still count as being there. */
const NEAR = 40;

export interface End {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The newest is in sight, and what comes will be. */
  readonly atEnd: boolean;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

/** Keeps a list at its end, unless somebody scrolled up to read: then it stays where it is, whatever comes. */
export function useEnd(): End {
  const list = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const follows = useRef(true);
  const height = useRef(0);
  const toEnd = useCallback(() => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
    follows.current = true;
    setAtEnd(true);
  }, []);
  const onScroll = useCallback(() => {
    const element = list.current;
    if (!element) return;
    // Scrolled by nobody: the field below it grew.
    if (element.clientHeight !== height.current) {
      height.current = element.clientHeight;
      if (follows.current) {
        toEnd();
        return;
      }
    }
    follows.current = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;
    setAtEnd(follows.current);
  }, [toEnd]);
  // Whatever was drawn may have made it longer.
  useLayoutEffect(() => {
    if (follows.current) toEnd();
  });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (follows.current) toEnd();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [toEnd]);
  return { list, atEnd, onScroll, toEnd };
}
