/**
 * What travels on each line of media of a link, in the order in which the initiator offers them. All four are negotiated
 * both ways from the start, sent or not, so that a screen comes and goes as a camera does: without negotiating anew.
 */
export const LINES = ['audio', 'video', 'screen', 'screenAudio'] as const;
export type Line = (typeof LINES)[number];

/** The kind of track that a line carries. */
export const kindOf = (line: Line): 'audio' | 'video' =>
  line === 'audio' || line === 'screenAudio' ? 'audio' : 'video';

/**
 * Which line a transceiver is, by its place among those of its kind, as both sides agreed on it in the description: never
 * by what a sender says of a track, so that none is taken for another. Null for what no Parley offers.
 */
export function lineOf(transceivers: readonly RTCRtpTransceiver[], transceiver: RTCRtpTransceiver): Line | null {
  const { kind } = transceiver.receiver.track;
  const place = transceivers.filter(({ receiver }) => receiver.track.kind === kind).indexOf(transceiver);
  return LINES.filter((line) => kindOf(line) === kind)[place] ?? null;
}
