import { type RefObject, useEffect } from 'react';

import { matches, SHORTCUTS } from '../../ui/shortcuts.ts';
import { useToggleCapture } from '../capture/useCapture.ts';

/** The main window's keys for microphone and camera, in whichever document the small window is drawn. */
export function useMiniKeys(ref: RefObject<HTMLElement | null>): void {
  const toggle = useToggleCapture();
  useEffect(() => {
    const there = ref.current?.ownerDocument;
    if (!there) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const kind = matches(SHORTCUTS.mute, event) ? 'microphone' : matches(SHORTCUTS.video, event) ? 'camera' : null;
      if (kind === null) return;
      event.preventDefault();
      if (!event.repeat) toggle(kind);
    };
    there.addEventListener('keydown', onKeyDown);
    return () => there.removeEventListener('keydown', onKeyDown);
  }, [toggle, ref]);
}
