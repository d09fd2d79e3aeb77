import { Reaction } from '#protocol/reaction.ts';

import type { Words } from '../../words/words.ts';

/** Somebody's reaction, as it was told. */
export interface Heard {
  readonly name: string;
  readonly reaction: Reaction;
}

/** What came within a moment, in a few words for a screen reader: each reaction once, with who sent it. */
export function sayReactions(t: Words, heard: readonly Heard[]): string {
  return Reaction.options.flatMap((reaction) => sayOne(t, reaction, heard) ?? []).join('. ');
}

function sayOne(t: Words, reaction: Reaction, heard: readonly Heard[]): string | null {
  const names = [...new Set(heard.filter((one) => one.reaction === reaction).map(({ name }) => name))];
  const [name, ...others] = names;
  if (name === undefined) return null;
  const words = { name, reaction: t(`reactions.names.${reaction}`) };
  if (others.length === 0) return t('reactions.said', words);
  return t('reactions.saidWithOthers', { ...words, count: others.length });
}
