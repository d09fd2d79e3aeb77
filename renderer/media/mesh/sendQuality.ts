/** How well my picture and voice are sent to each other participant. */
export interface SendQuality {
  /** The captured picture is sent with its sides divided by this. */
  readonly scaleDownBy: number;
  readonly maxFramerate: number;
  /** Bits a second, to each. */
  readonly maxVideoBitrate: number;
  readonly maxAudioBitrate: number;
}

const AUDIO = 40_000;

interface Row {
  readonly upTo: number;
  readonly lines: number;
  readonly maxFramerate: number;
  readonly maxVideoBitrate: number;
}

/** A mesh encodes once for each link: the more there are, the smaller and slower each picture has to be. */
const ROWS: readonly Row[] = [
  { upTo: 1, lines: 720, maxFramerate: 30, maxVideoBitrate: 1_700_000 },
  { upTo: 3, lines: 360, maxFramerate: 24, maxVideoBitrate: 600_000 },
  { upTo: 5, lines: 240, maxFramerate: 20, maxVideoBitrate: 300_000 },
];
const MORE: Row = { upTo: Infinity, lines: 180, maxFramerate: 15, maxVideoBitrate: 150_000 };

/** By how many links I send over, and the height of my camera's picture (0 where it is not known). Never enlarges. */
export function sendQuality(links: number, capturedLines: number): SendQuality {
  const row = ROWS.find(({ upTo }) => links <= upTo) ?? MORE;
  return {
    scaleDownBy: Math.max(1, capturedLines / row.lines),
    maxFramerate: row.maxFramerate,
    maxVideoBitrate: row.maxVideoBitrate,
    maxAudioBitrate: AUDIO,
  };
}
