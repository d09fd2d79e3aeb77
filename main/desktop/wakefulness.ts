import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { PowerPort, Wakefulness } from '../ports.ts';

/**
 * What must not fall asleep: the machine for as long as I am in a meeting, because the others hear and see me by it; the
 * display only while there is a picture of somebody, or of a screen, to look at.
 */
export function neededAwake({ session, capture, unseen = false, mini = false }: AppSnapshot): Wakefulness | null {
  if (!isInMeeting(session)) return null;
  // In the tray nobody sees a picture; minimised, in the small window, somebody does.
  if (unseen && !mini && !capture.screen.live) return 'machine';
  const shows =
    isInside(session) && Object.values(session.room.participants).some(({ media }) => media.camera || media.screen);
  return shows || capture.camera.live || capture.screen.live ? 'display' : 'machine';
}

/** Holds awake what is needed, one thing at a time, and lets go of it at the end. */
export interface Waking {
  hold(what: Wakefulness | null): void;
}

export function createWaking(power: PowerPort): Waking {
  let held: { readonly what: Wakefulness; readonly letGo: () => void } | null = null;
  return {
    hold(what) {
      if (what === (held?.what ?? null)) return;
      const before = held;
      // The new one first, so that there is no moment in between.
      held = what === null ? null : { what, letGo: power.keepAwake(what) };
      before?.letGo();
    },
  };
}
