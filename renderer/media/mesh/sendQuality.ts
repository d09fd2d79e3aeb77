import type { PictureSize } from '../transport.ts';
import type { Demanded } from './demand.ts';

/** How well my picture and voice are sent to each other participant. */
export interface SendQuality {
  /** The picture is sent at all: false while the other side does not show it. */
  readonly sendsVideo: boolean;
  /** The captured picture is sent with its sides divided by this. */
  readonly scaleDownBy: number;
  readonly maxFramerate: number;
  /** Bits a second, to each. */
  readonly maxVideoBitrate: number;
  readonly maxAudioBitrate: number;
  /** A shared screen is sent at all: false while the other side does not show it. */
  readonly sendsScreen: boolean;
  /** A shared screen keeps its size, so that text can be read; what gives way is how often it is sent. */
  readonly maxScreenFramerate: number;
  readonly maxScreenBitrate: number;
  readonly maxScreenAudioBitrate: number;
}

const AUDIO = 40_000;
/** Music and films, not speech. */
const SCREEN_AUDIO = 96_000;

interface Row {
  readonly upTo: number;
  readonly lines: number;
  readonly maxFramerate: number;
  readonly maxVideoBitrate: number;
  readonly screenFramerate: number;
  readonly screenBitrate: number;
}

/** A mesh encodes once for each link: the more there are, the smaller and slower each picture has to be. */
const ROWS: readonly Row[] = [
  { upTo: 1, lines: 1080, maxFramerate: 30, maxVideoBitrate: 1_700_000, screenFramerate: 15, screenBitrate: 2_500_000 },
  { upTo: 3, lines: 360, maxFramerate: 24, maxVideoBitrate: 600_000, screenFramerate: 10, screenBitrate: 1_500_000 },
  { upTo: 5, lines: 240, maxFramerate: 20, maxVideoBitrate: 300_000, screenFramerate: 8, screenBitrate: 1_000_000 },
];
const MORE: Row = {
  upTo: Infinity,
  lines: 180,
  maxFramerate: 15,
  maxVideoBitrate: 150_000,
  screenFramerate: 5,
  screenBitrate: 700_000,
};

/** More lines than a camera is asked for unless somebody wants them: for one other alone, and worth more bits. */
const SHARP = { above: 720, maxVideoBitrate: 3_000_000 };

/** What saving leaves of it at most. A shared screen stays readable, and comes more slowly. */
const SPARING = {
  lines: 360,
  maxFramerate: 15,
  maxVideoBitrate: 250_000,
  maxAudioBitrate: 24_000,
  screenFramerate: 5,
  screenBitrate: 600_000,
};

/**
 * By how many links I send over, and the height of my camera's picture (0 where it is not known). Never enlarges.
 * `sparing`: with as few bits as will do.
 */
export function sendQuality(links: number, capturedLines: number, sparing = false): SendQuality {
  const row = rowOf(links, capturedLines);
  return sparing
    ? qualityOf(spared(row), capturedLines, SPARING.maxAudioBitrate)
    : qualityOf(row, capturedLines, AUDIO);
}

function rowOf(links: number, capturedLines: number): Row {
  const row = ROWS.find(({ upTo }) => links <= upTo) ?? MORE;
  return row.upTo === 1 && capturedLines > SHARP.above ? { ...row, maxVideoBitrate: SHARP.maxVideoBitrate } : row;
}

const spared = (row: Row): Row => ({
  upTo: row.upTo,
  lines: Math.min(row.lines, SPARING.lines),
  maxFramerate: Math.min(row.maxFramerate, SPARING.maxFramerate),
  maxVideoBitrate: Math.min(row.maxVideoBitrate, SPARING.maxVideoBitrate),
  screenFramerate: Math.min(row.screenFramerate, SPARING.screenFramerate),
  screenBitrate: Math.min(row.screenBitrate, SPARING.screenBitrate),
});

function qualityOf(row: Row, capturedLines: number, maxAudioBitrate: number): SendQuality {
  return {
    sendsVideo: true,
    sendsScreen: true,
    scaleDownBy: Math.max(1, capturedLines / row.lines),
    maxFramerate: row.maxFramerate,
    maxVideoBitrate: row.maxVideoBitrate,
    maxAudioBitrate,
    maxScreenFramerate: row.screenFramerate,
    maxScreenBitrate: row.screenBitrate,
    maxScreenAudioBitrate: SCREEN_AUDIO,
  };
}

/** Sides are divided by one of these, so that a picture which is shown a little larger is not encoded anew. */
const SCALES = [1, 1.5, 2, 3, 4, 6, 8, 12] as const;

/** Below this many lines, this many pictures a second are enough. */
const SMALL_LINES = 130;
const SMALL_FRAMERATE = 12;
/** Bits a second below which even the smallest picture falls apart. */
const LEAST_VIDEO = 50_000;

/**
 * `quality`, for somebody who shows this of mine: my camera as small as still fills its tile, and never better than
 * `quality` says. `captured` is the size that my camera gives; null where it is not known.
 */
export function fitQuality(quality: SendQuality, demanded: Demanded, captured: PictureSize | null): SendQuality {
  if (demanded === undefined) return quality;
  const { camera, screen } = demanded;
  const shown: SendQuality = { ...quality, sendsVideo: camera !== null, sendsScreen: screen };
  return camera === null || captured === null ? shown : fitCamera(shown, camera, captured);
}

function fitCamera(quality: SendQuality, demanded: PictureSize, captured: PictureSize): SendQuality {
  // A tile is filled, and what does not fit is cut away: so the side that is scaled down less says by how much.
  const room = Math.min(captured.width / demanded.width, captured.height / demanded.height);
  const step = SCALES.findLast((scale) => scale <= room) ?? 1;
  if (step <= quality.scaleDownBy) return quality;
  const share = (quality.scaleDownBy / step) ** 1.5;
  const isSmall = captured.height / step < SMALL_LINES;
  return {
    ...quality,
    scaleDownBy: step,
    maxFramerate: isSmall ? Math.min(quality.maxFramerate, SMALL_FRAMERATE) : quality.maxFramerate,
    maxVideoBitrate: Math.min(
      quality.maxVideoBitrate,
      Math.max(LEAST_VIDEO, Math.round(quality.maxVideoBitrate * share)),
    ),
  };
}

export const isSameQuality = (a: SendQuality, b: SendQuality): boolean =>
  a.sendsVideo === b.sendsVideo &&
  a.sendsScreen === b.sendsScreen &&
  a.scaleDownBy === b.scaleDownBy &&
  a.maxFramerate === b.maxFramerate &&
  a.maxVideoBitrate === b.maxVideoBitrate &&
  a.maxAudioBitrate === b.maxAudioBitrate &&
  a.maxScreenFramerate === b.maxScreenFramerate &&
  a.maxScreenBitrate === b.maxScreenBitrate;
