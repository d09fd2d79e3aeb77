import * as v from 'valibot';

import { FileName } from './text.ts';

/** Bytes of a file that may be offered. */
export const MOST_FILE_BYTES = 100 * 1024 * 1024;

/** Bytes of a file in one message from page to page, and from the page to main. */
export const CHUNK_BYTES = 60 * 1024;

export const FileId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,40}$/), v.brand('FileId'));
export type FileId = v.InferOutput<typeof FileId>;

/** A file that somebody offers to everybody who is here: it goes from them to whoever takes it, and not by the server. */
export const FileOffer = v.strictObject({
  id: FileId,
  name: FileName,
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_FILE_BYTES)),
  /** SHA-256 of the whole file, base64url. */
  sha256: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type FileOffer = v.InferOutput<typeof FileOffer>;

const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_FILE_BYTES));
const Stream = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xff_ff_ff_ff));

/**
 * What two pages say to each other about files, as JSON, beside the bytes themselves: four bytes for the stream, four for
 * where they belong, both with the highest byte first, then the bytes.
 */
export const FileMessage = v.variant('type', [
  /** To who offers: I would like it, from there on, under that number. */
  v.strictObject({ type: v.literal('get'), file: FileId, from: Offset, stream: Stream }),
  /** I have so much of it: send on. */
  v.strictObject({ type: v.literal('have'), file: FileId, stream: Stream, upTo: Offset }),
  /** I want it no longer, or not at all; or have it whole. */
  v.strictObject({
    type: v.literal('stop'),
    file: FileId,
    why: v.picklist(['declined', 'cancelled', 'done', 'failed']),
  }),
  /** To who takes it: it is not to be had any more. */
  v.strictObject({ type: v.literal('gone'), file: FileId }),
]);
export type FileMessage = v.InferOutput<typeof FileMessage>;
