import * as v from 'valibot';

import type { PictureSize } from '../transport.ts';

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16_384));

/**
 * What a page says to each other under `demand`, as JSON: the size in physical pixels at which it shows that one's
 * camera; null where it does not show it, and wants no picture. Until it has said so, it may show it at any size.
 */
const Demand = v.object({ camera: v.nullable(v.object({ width: Pixels, height: Pixels })) });

/** At which size the other side shows my camera: null where not at all, undefined where it has not said so. */
export type Demanded = PictureSize | null | undefined;

/** More would be no demand. */
const MAX_LENGTH = 1_024;

export function writeDemand(camera: PictureSize | null): string {
  return JSON.stringify({ camera: camera && { width: camera.width, height: camera.height } });
}

/** Undefined where it is no demand; then the one before it counts. */
export function readDemand(message: string | ArrayBuffer): PictureSize | null | undefined {
  if (typeof message !== 'string' || message.length > MAX_LENGTH) return undefined;
  try {
    const demand = v.safeParse(Demand, JSON.parse(message));
    return demand.success ? demand.output.camera : undefined;
  } catch {
    return undefined;
  }
}
