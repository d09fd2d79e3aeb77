import { useEffect, useRef } from 'react';

import { matches, SHORTCUTS, type ShortcutName } from './shortcuts.ts';

const names = Object.keys(SHORTCUTS) as readonly ShortcutName[];

/** Typing: keys without a modifier belong to the text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea') !== null;

/** Something that has to be answered or put away first. */
export const isAsked = (): boolean => document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;

/** Keys are being chosen in the settings: they mean nothing else meanwhile. */
const isTaken = (): boolean => document.querySelector('[data-takes-keys]') !== null;

/**
 * Listens for shortcuts in the whole window. Those with a modifier work while typing and in dialogs too, single keys
 * do not. Holding the keys down counts once.
 */
export function useShortcuts(handlers: Partial<Record<ShortcutName, () => void>>): void {
  const newest = useRef(handlers);
  useEffect(() => {
    newest.current = handlers;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const name = names.find((candidate) => matches(SHORTCUTS[candidate], event));
      const handler = name && newest.current[name];
      if (!name || !handler || isTaken()) return;
      const isSingle = !('mod' in SHORTCUTS[name]);
      if (isSingle && (isTyping(event.target) || isAsked())) return;
      event.preventDefault();
      if (!event.repeat) handler();
    };
    // Before the components, which keep some keys to themselves.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
