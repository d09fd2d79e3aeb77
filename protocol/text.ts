import * as v from 'valibot';

// Text that others read must not pass for another text, rewrite the line it stands in, or draw over its neighbours.

const PLAIN = /^[\x20-\x7e]*$/;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The ways to begin a new line other than the line feed. */
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;

/** Blanks that are no white space to a program: the tab, which is a control character, and the empty Braille pattern. */
const BLANK = /[\t\u2800]/g;

/** Control characters but for the line feed, and interlinear annotation marks. */
const CONTROL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFF9-\uFFFB]/g;

/** Scripts in which a joiner between two letters changes how they are drawn (UAX #31, 2.3). */
const JOINING = ['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym']
  .concat('Sinh', 'Khmr', 'Mymr')
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');

/** Joiners and variation selectors where they change what is drawn: within an emoji, and in scripts that need them. */
const MEANT = [
  String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{scx=Hani})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=\p{scx=Mong})[\u180B-\u180D\u180F]`,
  String.raw`(?<=[${JOINING}])[\u200C\u200D](?=\p{L})(?=[${JOINING}])`,
].join('|');

/** All else that is drawn as nothing or reorders text: bidirectional controls, zero-width characters, fillers, tags. */
const INVISIBLE = new RegExp(String.raw`(${MEANT})|\p{Default_Ignorable_Code_Point}`, 'gu');

/** Combining marks with nothing to stand on. */
const BASELESS = /(^|\s)\p{M}+/gu;

/** More than four nonspacing marks on one letter (UTS #39, 5.4): no language has them, and they cover other lines. */
const PILED_UP = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;

/** Until nothing changes, because what one step takes out may be what the text beside it was kept for. */
function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  const cleaned = cleanOnce(text);
  return cleaned === text ? text : clean(cleaned);
}

function cleanOnce(text: string): string {
  return text
    .replace(LONE_SURROGATE, '')
    .replace(LINE_BREAK, '\n')
    .replace(BLANK, ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '$1')
    .normalize('NFC')
    .replace(BASELESS, '$1')
    .replace(PILED_UP, '$1');
}

/** What a person is called in a meeting: 1 to 80 characters (UTF-16 units) on one line, after normalisation. */
export const DisplayName = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.transform((text) => clean(text).replace(/\s+/gu, ' ').trim()),
  v.minLength(1, 'a name needs at least one visible character'),
  v.maxLength(80, 'a name has at most 80 characters'),
);
export type DisplayName = v.InferOutput<typeof DisplayName>;

/** What somebody writes on ending or removing, for all to read: 0 to 280 characters (UTF-16 units). */
export const Note = v.pipe(
  v.string(),
  v.maxLength(4000),
  v.transform((text) => clean(text).trim()),
  v.maxLength(280, 'a reason has at most 280 characters'),
);
export type Note = v.InferOutput<typeof Note>;

/** What somebody says in a meeting's chat, on as many lines as they like: 1 to 4,000 characters (UTF-16 units). */
export const ChatText = v.pipe(
  v.string(),
  v.maxLength(20_000, 'a message has at most 4,000 characters'),
  v.transform((text) => clean(text).trim()),
  v.minLength(1, 'a message needs at least one visible character'),
  v.maxLength(4_000, 'a message has at most 4,000 characters'),
);
export type ChatText = v.InferOutput<typeof ChatText>;

/** The name of a file, as it is shown: 1 to 255 characters (UTF-16 units) on one line. No path, and not safe by itself. */
export const FileName = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.transform((text) => clean(text).replace(/\s+/gu, ' ').trim()),
  v.minLength(1, 'a file name needs at least one visible character'),
  v.maxLength(255, 'a file name has at most 255 characters'),
  v.regex(/^[^/\\]+$/, 'a file name is no path'),
);
export type FileName = v.InferOutput<typeof FileName>;
