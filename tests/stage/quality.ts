import type { LinkRates } from '#renderer/media/quality/rates.ts';

/** A link that is well, through a relay, with a picture one way. */
export const RATES: LinkRates = {
  lossIn: 0.012,
  lossOut: 0,
  roundTripMs: 48.2,
  jitterMs: 6.4,
  bitsIn: 1_240_000,
  bitsOut: 61_000,
  pictureIn: { perSecond: 29.8, width: 1280, height: 720, codec: 'VP8' },
  pictureOut: null,
  voiceCodec: 'opus',
  path: { local: 'relay', remote: 'srflx' },
  protocol: 'udp',
};
