import * as v from 'valibot';

import type { Millis } from '../ids.ts';

const MOST_BYTES = 67_108_864;

/** Bytes of a piece of a recording, as the page hands it over. A second of it has a few hundred thousand. */
export const RecordingPiece = v.pipe(
  v.instance(Uint8Array),
  v.check(({ byteLength }) => byteLength > 0 && byteLength <= MOST_BYTES, 'a piece has 1 to 67108864 bytes'),
);

/** Why a recording ended, where nobody stopped it: no more could be written; or Parley, or its page, ended inside it. */
export type RecordingProblem = 'disk-full' | 'unwritable' | 'interrupted';

/**
 * What is recorded here, or was recorded last and has not been read about yet.
 * - `starting`: the file is there, and the room is being told; nothing is taken yet.
 * - `on`: the page takes pictures and sound and hands them over.
 * - `stopping`: the page hands over the rest.
 * - `kept`: all that there will be is in the file.
 */
export interface RecordingView {
  readonly id: string;
  readonly state: 'starting' | 'on' | 'stopping' | 'kept';
  /** Its path. */
  readonly file: string;
  readonly since: Millis;
  readonly problem: RecordingProblem | null;
}
