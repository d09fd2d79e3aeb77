import type { Participant } from '#protocol/room.ts';

import { textParts } from './textParts.ts';

/** People that are offered at once. */
const MOST_OFFERED = 6;

/** What is being written of a mention, just before the caret. */
export interface Started {
  /** Where its `@` stands. */
  readonly from: number;
  /** What follows it, up to the caret. */
  readonly typed: string;
}

/** The mention that is being written at the caret; null where none is. An address of mail is none. */
export function startedAt(text: string, caret: number): Started | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from < 0 || /[\p{L}\p{N}]/u.test(before.charAt(from - 1))) return null;
  const typed = before.slice(from + 1);
  return typed.includes('\n') || typed.length > 40 || typed.startsWith(' ') ? null : { from, typed };
}

/** Who may be meant by it: whose name, or a word of it, begins so. */
export function offered(people: readonly Participant[], { typed }: Started): readonly Participant[] {
  const wanted = typed.toLocaleLowerCase();
  const begins = ({ name }: Participant): boolean => {
    const lower = name.toLocaleLowerCase();
    if (lower === wanted.trimEnd()) return false;
    return lower.startsWith(wanted) || (wanted !== '' && lower.split(/\s+/u).some((word) => word.startsWith(wanted)));
  };
  return people.filter(begins).slice(0, MOST_OFFERED);
}

/** The text with the name in the place of what was typed, and where the caret goes. */
export function completed(
  text: string,
  { from, typed }: Started,
  name: string,
): { readonly text: string; readonly caret: number } {
  const mention = `@${name} `;
  return {
    text: text.slice(0, from) + mention + text.slice(from + 1 + typed.length),
    caret: from + mention.length,
  };
}

/** Everybody whose name is marked in the text once it is shown, however it came there. */
export function mentioned(people: readonly Participant[], text: string): readonly Participant[] {
  const marked = new Set(textParts(text, people).flatMap((part) => (part.kind === 'mention' ? [part.text] : [])));
  return people.filter(({ name }) => marked.has(`@${name}`));
}
