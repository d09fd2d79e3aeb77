import { parseObject } from '../settings/salvage.ts';

/** What this run knows about people and places: wherever one of these stands, it is blacked out. */
export interface Known {
  /** Of people: my own and those of everybody in the meeting. */
  readonly names: readonly string[];
  /** `host[:port]` of servers. */
  readonly servers: readonly string[];
  /** This machine's name, and the account that I am logged in with. */
  readonly machine: readonly string[];
}

/** In this order: what is longer is looked for before its parts. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '<address>'],
  [/[^\s"'<>@]+@[^\s"'<>@]+\.[^\s"'<>@]+/g, '<mail>'],
  // To the end of the text, because names of folders have blanks in them.
  [/(?:\b[A-Za-z]:|~)?[\\/][^\s"'<>\\/:]+[\\/][^"'<>:()]*/g, '<path>'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?\b/g, '<address>'],
  [/(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:)*[0-9a-f]{0,4}::(?:[0-9a-f]{1,4}:?)*/gi, '<address>'],
  [/\b[a-z]{3}-[a-z]{4}-[a-z]{3}\b/g, '<meeting>'],
  [/\beyJ[\w.-]+/g, '<secret>'],
  // Keys, tokens and ids: nothing that people write is so long without a blank.
  [/[A-Za-z0-9_+=-]{22,}/g, '<secret>'],
];

/** Names stand as words of their own: "Al" is not looked for in "called". */
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';

/**
 * The text without anything that names a person, a place or a key. The log is written without such things already; this
 * is for the day on which one of its lines is not.
 */
export function redact(text: string, known: Known): string {
  // Names last: one that is part of an address must not break it into pieces that nothing knows.
  const formed = FORMS.reduce(
    (clean, [form, by]) => clean.replace(form, by),
    blackOut(text, known.servers, '<server>'),
  );
  return blackOut(blackOut(formed, known.machine, '<machine>'), known.names, '<name>');
}

function blackOut(text: string, words: readonly string[], by: string): string {
  const escaped = words
    .filter((word) => word.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return escaped.length === 0 ? text : text.replace(new RegExp(`${BEFORE}(?:${escaped.join('|')})${AFTER}`, 'giu'), by);
}

/** A line of the log as it may be passed on. What is no entry is not passed on at all. */
export function redactLine(line: string, known: Known): unknown {
  const entry = parseObject(line);
  if (entry === null) return '<unreadable>';
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [redact(key, known), key === 'at' ? value : cleaned(value, known)]),
  );
}

function cleaned(value: unknown, known: Known): unknown {
  if (typeof value === 'string') return redact(value, known);
  // Entries are flat: what is not, was not written by this app.
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : '<unreadable>';
}
