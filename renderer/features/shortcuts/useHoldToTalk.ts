import { useEffect } from 'react';

import { useParley } from '../../bridge/parley.ts';
import { isAsked, isTyping } from '../../ui/useShortcuts.ts';

/** What the space bar and Enter press, if it has the focus: whoever goes by keyboard must be able to. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('button, a, [role=button], [role=switch], [role=option], summary') !== null;

/**
 * A key that is held to talk, while I am muted. Not while typing, nor where the space bar presses what has the focus.
 * Letting go mutes again, and so does whatever takes the keyboard away.
 */
export function useHoldToTalk(): void {
  const { bridge, store } = useParley();
  useEffect(() => {
    let held = false;
    const say = (now: boolean): void => {
      if (held === now) return;
      held = now;
      void bridge.request('capture:hold-to-talk', { held });
    };
    const isTalkKey = ({ code }: KeyboardEvent): boolean => code === store.get()?.settings.talkKey;
    const onDown = (event: KeyboardEvent): void => {
      if (!isTalkKey(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || isAsked()) return;
      if (event.code === 'Space' && isPressable(event.target)) return;
      // The space bar would scroll.
      event.preventDefault();
      if (!event.repeat && store.get()?.capture.microphone.wanted === false) say(true);
    };
    const onUp = (event: KeyboardEvent): void => {
      if (isTalkKey(event)) say(false);
    };
    const onLost = (): void => say(false);
    window.addEventListener('keydown', onDown, { capture: true });
    window.addEventListener('keyup', onUp, { capture: true });
    window.addEventListener('blur', onLost);
    document.addEventListener('visibilitychange', onLost);
    return () => {
      say(false);
      window.removeEventListener('keydown', onDown, { capture: true });
      window.removeEventListener('keyup', onUp, { capture: true });
      window.removeEventListener('blur', onLost);
      document.removeEventListener('visibilitychange', onLost);
    };
  }, [bridge, store]);
}
