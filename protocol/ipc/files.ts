import * as v from 'valibot';

import { CHUNK_BYTES, FileId, FileOffer } from '../file.ts';

/** What the page asks of main about files that come from others. */
export const FILE_ROUTES = {
  /** Begins a new file among the downloads, under a safe name. `not-written`; `wrong-phase` outside a meeting. */
  'file:begin': FileOffer,
  /** The next bytes. Answered when they are written; the page waits for that. */
  'file:write': v.strictObject({
    id: FileId,
    bytes: v.pipe(
      v.instance(Uint8Array),
      v.check((bytes) => bytes.byteLength > 0 && bytes.byteLength <= CHUNK_BYTES, 'too many bytes at once'),
    ),
  }),
  /** That was all: looks whether it is what was offered (`bad-file` if not), and gives it its name. */
  'file:finish': v.strictObject({ id: FileId }),
  /** Nothing of it is kept. */
  'file:abort': v.strictObject({ id: FileId }),
  /** Shows where it lies, and opens nothing. `not-opened` where it is not there. */
  'file:show': v.strictObject({ id: FileId }),
} as const satisfies Record<string, v.GenericSchema>;

export interface FileAnswers {
  readonly 'file:finish': { readonly name: string };
}
