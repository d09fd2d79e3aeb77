import type { PictureSize } from '../transport.ts';
import type { Demanded } from './demand.ts';
import { fitQuality, isSameQuality, type SendQuality } from './sendQuality.ts';

interface Sending {
  /** At best. */
  readonly quality: SendQuality;
  readonly captured: PictureSize | null;
}

/** How well I send to one other side: as the mesh says at best, fitted to how large they show me. */
export interface FittedQuality {
  /** The very same object where nothing about it changed. */
  readonly now: SendQuality;
  demand(demanded: Demanded): void;
}

export function createFittedQuality(sending: Sending): FittedQuality {
  let demanded: Demanded;
  let now = sending.quality;
  return {
    get now() {
      const fitted = fitQuality(sending.quality, demanded, sending.captured);
      if (!isSameQuality(fitted, now)) now = fitted;
      return now;
    },
    demand(next) {
      demanded = next;
    },
  };
}
