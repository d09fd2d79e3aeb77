import type { ParticipantId } from '#protocol/ids.ts';

import { createTimer } from '../lifetime/timer.ts';
import type { Shown, ShownScreens } from '../transport.ts';
import { type Demand, writeDemand } from './demand.ts';

/** Milliseconds for which a picture that got smaller, larger or hidden stays what it was: tiles move, pages turn. */
export const SETTLE_MS = 250;
/** Sizes are said in steps of this many pixels, so that a window being drawn larger is not a flood of words. */
const STEP = 16;

/** What I tell each other participant about how I show their picture. Says nothing until the page has said something. */
export interface Demands {
  show(shown: Shown, screens: ShownScreens): void;
  /** Whether I want their picture; true while I have not said otherwise. */
  wants(peer: ParticipantId): boolean;
  /** The same of the screen that they share. */
  wantsScreen(peer: ParticipantId): boolean;
  /** There is a (new) way to them, which has heard nothing yet. */
  opened(peer: ParticipantId): void;
  /** They are not there any more. */
  forget(peer: ParticipantId): void;
  close(): void;
}

export function createDemands(
  after: (ms: number, task: () => void) => () => void,
  say: (to: ParticipantId, message: string) => void,
): Demands {
  /** What each was told over the way that is open to them. */
  const told = new Map<ParticipantId, Demand | null>();
  const timer = createTimer(after);
  let shown: Shown | null = null;
  let screens: ShownScreens;

  const wantsScreen = (peer: ParticipantId): boolean => screens?.has(peer) ?? true;
  const wanted = (peer: ParticipantId): Demand => {
    const size = shown?.get(peer);
    const camera = size ? { width: rounded(size.width), height: rounded(size.height) } : null;
    return { camera, screen: wantsScreen(peer) };
  };
  const tell = (peer: ParticipantId): void => {
    const demand = wanted(peer);
    const message = writeDemand(demand);
    const before = told.get(peer);
    if (shown === null || (before && writeDemand(before) === message)) return;
    told.set(peer, demand);
    say(peer, message);
  };
  const comesIntoSight = (peer: ParticipantId): boolean => {
    const [before, now] = [told.get(peer), wanted(peer)];
    return (
      before !== undefined && before !== null && ((!before.camera && !!now.camera) || (!before.screen && now.screen))
    );
  };
  const tellAll = (): void => {
    for (const peer of told.keys()) tell(peer);
  };

  return {
    show(next, nextScreens) {
      shown = next;
      screens = nextScreens;
      // Whoever comes into sight should be seen at once; everything else may wait for it all to stand still.
      for (const peer of told.keys()) if (comesIntoSight(peer)) tell(peer);
      timer.set(SETTLE_MS, tellAll);
    },
    wants: (peer) => shown === null || shown.has(peer),
    wantsScreen,
    opened(peer) {
      told.set(peer, null);
      tell(peer);
    },
    forget(peer) {
      told.delete(peer);
    },
    close() {
      timer.cancel();
    },
  };
}

const rounded = (pixels: number): number => Math.min(16_384, Math.max(STEP, Math.ceil(pixels / STEP) * STEP));
