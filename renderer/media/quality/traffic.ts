/** Pictures that go one way: how many so far, and how the last one was. */
export interface Pictures {
  readonly frames: number;
  /** In pixels; null before the first. */
  readonly width: number | null;
  readonly height: number | null;
  /** As its registration calls it: `VP8`; null where that is not known. */
  readonly codec: string | null;
}

/**
 * What went over a link until `at` (ms, any clock that only goes on). Counts grow for as long as the link's generation
 * lives, and begin again with the next.
 */
export interface Traffic {
  readonly at: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly packetsIn: number;
  readonly packetsLostIn: number;
  readonly packetsOut: number;
  /** As the other side counted them, of what I sent. */
  readonly packetsLostOut: number;
  /** How unevenly voices come, in ms; null where none do. */
  readonly jitterMs: number | null;
  readonly camera: { readonly in: Pictures; readonly out: Pictures };
  readonly voiceCodec: string | null;
  /** How packets travel: `udp`, `tcp` or `tls` to a relay; null where none do. */
  readonly protocol: string | null;
}

const NO_PICTURES: Pictures = { frames: 0, width: null, height: null, codec: null };

export const NO_TRAFFIC: Traffic = {
  at: 0,
  bytesIn: 0,
  bytesOut: 0,
  packetsIn: 0,
  packetsLostIn: 0,
  packetsOut: 0,
  packetsLostOut: 0,
  jitterMs: null,
  camera: { in: NO_PICTURES, out: NO_PICTURES },
  voiceCodec: null,
  protocol: null,
};
