import * as v from 'valibot';

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16_384));

/**
 * What a page says to each other under `demand`, as JSON: the size in physical pixels at which it shows that one's
 * camera, null where it does not show it, and wants no picture; and whether it shows the screen that they share, if they
 * do. Until it has said so, it may show all at any size.
 */
const Demand = v.object({
  camera: v.nullable(v.object({ width: Pixels, height: Pixels })),
  screen: v.optional(v.boolean(), true),
});
export type Demand = v.InferOutput<typeof Demand>;

/** What the other side shows of mine; undefined where it has not said so. */
export type Demanded = Demand | undefined;

/** More would be no demand. */
const MAX_LENGTH = 1_024;

export function writeDemand({ camera, screen }: Demand): string {
  return JSON.stringify({ camera: camera && { width: camera.width, height: camera.height }, screen });
}

/** Undefined where it is no demand; then the one before it counts. */
export function readDemand(message: string | ArrayBuffer): Demand | undefined {
  if (typeof message !== 'string' || message.length > MAX_LENGTH) return undefined;
  try {
    const demand = v.safeParse(Demand, JSON.parse(message));
    return demand.success ? demand.output : undefined;
  } catch {
    return undefined;
  }
}
