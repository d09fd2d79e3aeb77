import type { Catalogue } from '#languages/catalogues.ts';
import { en } from '#languages/en/en.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  g: 'ğ',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  E: 'Ë',
  O: 'Ø',
  U: 'Ü',
};

/** How much longer a translation may be than what it translates. */
const LONGER = 0.4;
const FILLING = 'wörd ';

/**
 * English as a language that nobody has looked at yet: with accents above and below, two fifths longer, and in brackets,
 * so that a word that comes from nowhere, or ends too early, is seen at once.
 */
export function pseudo(text: string): string {
  const drawn = text.replaceAll(/\{\{.*?\}\}|[a-z]/gi, (found) => ACCENTED[found] ?? found);
  const missing = Math.ceil(text.replaceAll(/\{\{.*?\}\}/g, '').length * LONGER);
  const filling = missing < 3 ? '~'.repeat(missing) : ` ${FILLING.repeat(Math.ceil(missing / FILLING.length)).trim()}`;
  return `[${drawn}${filling}]`;
}

function pseudoOf(part: unknown): unknown {
  if (typeof part === 'string') return pseudo(part);
  return Object.fromEntries(Object.entries(part as object).map(([key, inner]) => [key, pseudoOf(inner)]));
}

/** The whole catalogue like that. It counts as English does. */
export const pseudoCatalogue = (): Catalogue => pseudoOf(en) as typeof en;
