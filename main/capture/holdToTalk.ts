import type { Result } from '#protocol/errors.ts';

import { done } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { CapturePolicy } from './capturePolicy.ts';

/**
 * The microphone is on for as long as a key is held. Main keeps that, not the page: a page that is lost while the key is
 * down takes the voice with it.
 */
export interface HoldToTalk {
  /** Refused as any wish for the microphone is. Whoever is heard anyway is not muted by letting go. */
  hold(held: boolean): Result<null>;
  /** The page is gone, and with it whoever would say that the key is up. */
  pageLost(): void;
}

export function createHoldToTalk(parts: {
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
}): HoldToTalk {
  const { store, capture } = parts;
  let holding = false;
  store.onChange((snapshot) => {
    // Muted by something else meanwhile: letting go has nothing more to do.
    if (holding && !snapshot.capture.microphone.wanted) holding = false;
  });

  const letGo = (): Result<null> => {
    if (!holding) return done;
    holding = false;
    return capture.want('microphone', false);
  };
  return {
    hold(held) {
      if (!held) return letGo();
      if (holding || store.current.capture.microphone.wanted) return done;
      const answer = capture.want('microphone', true);
      holding = answer.ok;
      return answer;
    },
    pageLost() {
      letGo();
    },
  };
}
