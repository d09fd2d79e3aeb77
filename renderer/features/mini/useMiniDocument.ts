import { useEffect, useState, useSyncExternalStore } from 'react';

import { MINI_FRAME, MINI_URL } from '#protocol/ipc/miniFrame.ts';

/**
 * A window of its own for a part of the page, in the page's own process: a picture that is decoded here can be shown
 * there. Null until it is there, and where main does not let it be. It goes with whoever asked for it.
 */
export function useMiniDocument(title: string): HTMLElement | null {
  const [mini] = useState(createMini);
  useEffect(() => {
    mini.open(title);
    return () => mini.close();
  }, [mini, title]);
  return useSyncExternalStore(mini.subscribe, mini.root);
}

/** The window, as React wants what is outside of it. */
function createMini() {
  const listeners = new Set<() => void>();
  let open: { readonly root: HTMLElement; readonly close: () => void } | null = null;
  const show = (now: typeof open): void => {
    open = now;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    root: () => open?.root ?? null,
    open(title: string): void {
      const child = window.open(MINI_URL, MINI_FRAME);
      if (child === null) return;
      const { document: there } = child;
      const root = there.createElement('div');
      root.id = 'root';
      there.body.replaceChildren(root);
      there.title = title;
      takeStyles(there);
      const stop = followAttributes(there);
      const close = (): void => {
        stop();
        child.close();
      };
      show({ root, close });
    },
    close(): void {
      open?.close();
      show(null);
    },
  };
}

/** The same style sheets, by their whole addresses: an empty document has none of its own to begin from. */
function takeStyles(there: Document): void {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    const link = there.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    there.head.append(link);
  }
}

/** Theme, language and direction, now and whenever they change. */
function followAttributes(there: Document): () => void {
  const take = (): void => {
    for (const { name, value } of document.documentElement.attributes) there.documentElement.setAttribute(name, value);
  };
  take();
  const observer = new MutationObserver(take);
  observer.observe(document.documentElement, { attributes: true });
  return () => observer.disconnect();
}
