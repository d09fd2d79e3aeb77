/** Below this many dBFS is silence, above the other as loud as it gets: where speech lies with automatic gain. */
const QUIETEST = -60;
const LOUDEST = -10;

/** Maps an amplitude (0..1, linear) to how loud it sounds (0..1), in steps that a meter can show. */
export function loudness(amplitude: number): number {
  if (!(amplitude > 0)) return 0;
  const decibels = 20 * Math.log10(amplitude);
  const share = (decibels - QUIETEST) / (LOUDEST - QUIETEST);
  return Math.round(Math.min(1, Math.max(0, share)) * 50) / 50;
}

/** Root mean square of samples in -1..1. */
export function amplitude(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}
