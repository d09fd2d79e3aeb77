import type { Kept } from '#protocol/ipc/privacy.ts';

import { saySize } from '../../../words/saySize.ts';
import type { Words } from '../../../words/words.ts';

/** How much is kept, in the form of the language: how many where that says something, and how large. */
export function sayKept(t: Words, language: string, { entries, bytes }: Pick<Kept, 'entries' | 'bytes'>): string {
  if (bytes === 0) return t('privacy.nothing');
  const said = saySize(bytes, language);
  return entries === null ? said : `${t('privacy.entries', { count: entries })} · ${said}`;
}
