import { type RefObject, useEffect } from 'react';

import { useParley } from '../../bridge/parley.ts';
import { matches, SHORTCUTS } from '../../ui/shortcuts.ts';

/** The main window's keys for microphone and camera, in whichever document the small window is drawn. */
export function useMiniKeys(ref: RefObject<HTMLElement | null>): void {
  const { bridge, store } = useParley();
  useEffect(() => {
    const there = ref.current?.ownerDocument;
    if (!there) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const kind = matches(SHORTCUTS.mute, event) ? 'microphone' : matches(SHORTCUTS.video, event) ? 'camera' : null;
      const view = kind === null ? undefined : store.get()?.capture[kind];
      if (kind === null || view === undefined) return;
      event.preventDefault();
      if (!event.repeat) void bridge.request('capture:want', { kind, on: !view.wanted });
    };
    there.addEventListener('keydown', onKeyDown);
    return () => there.removeEventListener('keydown', onKeyDown);
  }, [bridge, store, ref]);
}
