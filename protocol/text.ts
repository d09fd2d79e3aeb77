import * as v from 'valibot';

// Control characters but for the line feed, zero-width characters other than the joiners that scripts and emoji need,
// and everything that reorders text: a name must not be able to pass for another or to rewrite the line it stands in.
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const clean = (text: string): string => text.normalize('NFC').replace(LONE_SURROGATE, '').replace(INVISIBLE, '');

/** What a person is called in a meeting: 1 to 80 characters on one line, after normalisation. */
export const DisplayName = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.transform((text) => clean(text).replace(/\s+/gu, ' ').trim()),
  v.minLength(1, 'a name needs at least one visible character'),
  v.maxLength(80, 'a name has at most 80 characters'),
);
export type DisplayName = v.InferOutput<typeof DisplayName>;

/** What somebody writes on ending or removing, for all to read: 0 to 280 characters. */
export const Note = v.pipe(
  v.string(),
  v.maxLength(4000),
  v.transform((text) => clean(text).trim()),
  v.maxLength(280, 'a reason has at most 280 characters'),
);
export type Note = v.InferOutput<typeof Note>;
