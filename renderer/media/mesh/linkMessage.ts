import * as v from 'valibot';

/** As in `signal:send`: characters of one signal's data. */
const MAX_DATA = 32_768;
/** Candidates and descriptions in one message. */
const MAX_ITEMS = 32;

const Description = v.object({ type: v.picklist(['offer', 'answer']), sdp: v.pipe(v.string(), v.maxLength(MAX_DATA)) });
const Candidate = v.object({
  type: v.literal('candidate'),
  candidate: v.object({
    candidate: v.pipe(v.string(), v.maxLength(2048)),
    sdpMLineIndex: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
    sdpMid: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  }),
});

/** One step of a negotiation: a description or a candidate. */
export const PeerSignal = v.variant('type', [Description, Candidate]);
export type PeerSignal = v.InferOutput<typeof PeerSignal>;

const Generation = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Epoch = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

/**
 * What the two sides of a link say to each other, as JSON in a signal's `data`. `epoch` tells the page that speaks from
 * the one it was before a reload, or from the device that it took over from.
 * - `steps` belong to the signal's generation;
 * - `ask` is the answering side's: "offer anew, above the generation that I know". It says so when it has no peer
 *   connection that the offering side might believe in: after a reload, after a failure, or when no offer comes;
 * - `offered` is the offering side's: "I offered with this generation and hear nothing". Whoever knows better asks.
 * The last two belong to no generation and travel under 0, because what is older than the newest is dropped on the way.
 */
export const LinkMessage = v.variant('kind', [
  v.object({
    kind: v.literal('steps'),
    epoch: Epoch,
    steps: v.pipe(v.array(PeerSignal), v.minLength(1), v.maxLength(MAX_ITEMS)),
  }),
  v.object({ kind: v.literal('ask'), epoch: Epoch, known: Generation }),
  v.object({ kind: v.literal('offered'), epoch: Epoch, generation: Generation }),
]);
export type LinkMessage = v.InferOutput<typeof LinkMessage>;

/** Null where it is no message, or one that is too long: whoever sent it is not to be trusted with more. */
export function readLinkMessage(data: string): LinkMessage | null {
  if (data.length > MAX_DATA) return null;
  try {
    const message = v.safeParse(LinkMessage, JSON.parse(data));
    return message.success ? message.output : null;
  } catch {
    return null;
  }
}

/** The `data` of as few signals as the length limit allows; steps stay in order. */
export function writeSteps(epoch: string, steps: readonly PeerSignal[]): readonly string[] {
  const write = (some: readonly PeerSignal[]): string => JSON.stringify({ kind: 'steps', epoch, steps: some });
  const all = write(steps);
  if (steps.length <= 1 || (all.length <= MAX_DATA && steps.length <= MAX_ITEMS)) return [all];
  const half = steps.length >> 1;
  return [...writeSteps(epoch, steps.slice(0, half)), ...writeSteps(epoch, steps.slice(half))];
}

export function writeAsk(epoch: string, known: number): string {
  return JSON.stringify({ kind: 'ask', epoch, known });
}

export function writeOffered(epoch: string, generation: number): string {
  return JSON.stringify({ kind: 'offered', epoch, generation });
}
