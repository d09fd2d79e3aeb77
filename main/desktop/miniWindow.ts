import type { Result } from '#protocol/errors.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { WindowPort } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/**
 * When the small window that stays on top is wanted: in a meeting, while the main one is minimised, or because somebody
 * asked for it. It is the page that opens it, because pictures can't be handed to another process; main lets it, and
 * closes it whatever the page does.
 */
export interface MiniWindow {
  /** The person asks for it, and the main window makes room. `not-joined` outside of a meeting. */
  open(): Result<null>;
  /** The main window went out of sight, but is not closed. */
  minimized(): void;
  /** It is back. */
  returned(): void;
  /** The person closed the small one: it comes again with the next time that the main one is minimised. */
  closed(): void;
}

export function createMiniWindow(parts: { readonly store: SnapshotStore; readonly window: WindowPort }): MiniWindow {
  const { store, window } = parts;
  let isAway = false;
  let isAsked = false;
  let isClosed = false;

  const show = (): void => {
    const { session, settings } = store.current;
    const wanted = isInside(session) && !isClosed && (isAsked || (isAway && settings.miniWindow));
    store.patch({ mini: wanted });
  };
  store.onChange((snapshot, before) => {
    if (snapshot.session === before.session && snapshot.settings === before.settings) return;
    if (!isInside(snapshot.session)) isAsked = false;
    show();
  });

  return {
    open() {
      if (!isInside(store.current.session)) return refused('not-joined');
      isAsked = true;
      isClosed = false;
      window.minimize();
      show();
      return done;
    },
    minimized() {
      isAway = true;
      show();
    },
    returned() {
      isAway = false;
      isAsked = false;
      isClosed = false;
      show();
    },
    closed() {
      isClosed = true;
      isAsked = false;
      show();
    },
  };
}
