import type { LinkFigures } from '../transport.ts';
import type { Pictures } from './traffic.ts';

/** How pictures went in a while: how many a second, and of what size. */
export interface PictureRate extends Pick<Pictures, 'width' | 'height' | 'codec'> {
  readonly perSecond: number;
}

/** What a link did between two looks at it. */
export interface LinkRates {
  /** Shares of the packets, 0..1; null where too few went to say. */
  readonly lossIn: number | null;
  readonly lossOut: number | null;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  /** Bits a second. */
  readonly bitsIn: number;
  readonly bitsOut: number;
  /** Null where no picture went. */
  readonly pictureIn: PictureRate | null;
  readonly pictureOut: PictureRate | null;
  readonly voiceCodec: string | null;
  readonly path: LinkFigures['path'];
  readonly protocol: string | null;
}

/** Fewer packets than this say nothing: one lost of three is no third. */
const TELLING = 20;

/** What happened from one look to the next; null where they are not of the same generation, or no time went by. */
export function ratesBetween(before: LinkFigures, now: LinkFigures): LinkRates | null {
  const [then, since] = [before.traffic, now.traffic];
  const seconds = (since.at - then.at) / 1000;
  if (before.generation !== now.generation || seconds <= 0) return null;
  const perSecond = (count: number): number => Math.max(0, count) / seconds;
  return {
    lossIn: share(since.packetsLostIn - then.packetsLostIn, since.packetsIn - then.packetsIn),
    // What the other side counts as lost is of the packets that I sent, and comes a little later.
    lossOut: shareOf(since.packetsLostOut - then.packetsLostOut, since.packetsOut - then.packetsOut),
    roundTripMs: now.roundTripMs,
    jitterMs: since.jitterMs,
    bitsIn: perSecond(since.bytesIn - then.bytesIn) * 8,
    bitsOut: perSecond(since.bytesOut - then.bytesOut) * 8,
    pictureIn: pictureRate(then.camera.in, since.camera.in, perSecond),
    pictureOut: pictureRate(then.camera.out, since.camera.out, perSecond),
    voiceCodec: since.voiceCodec,
    path: now.path,
    protocol: since.protocol,
  };
}

/** Of what was lost and what came. A count that went down was corrected: late packets are not lost. */
const share = (lost: number, came: number): number | null => shareOf(lost, Math.max(0, lost) + came);

function shareOf(lost: number, all: number): number | null {
  if (all < TELLING) return null;
  return Math.min(1, Math.max(0, lost) / all);
}

function pictureRate(before: Pictures, now: Pictures, perSecond: (count: number) => number): PictureRate | null {
  if (now.frames <= before.frames) return null;
  const { width, height, codec } = now;
  return { perSecond: perSecond(now.frames - before.frames), width, height, codec };
}
