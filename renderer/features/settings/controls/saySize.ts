import type { Kept } from '#protocol/ipc/privacy.ts';

import type { Words } from '../../../words/words.ts';

/** How much is kept, in the form of the language: how many where that says something, and how large. */
export function saySize(t: Words, language: string, { entries, bytes }: Pick<Kept, 'entries' | 'bytes'>): string {
  if (bytes === 0) return t('privacy.nothing');
  const [unit, size] =
    bytes < 1_000
      ? (['byte', bytes] as const)
      : bytes < 1_000_000
        ? (['kilobyte', bytes / 1_000] as const)
        : (['megabyte', bytes / 1_000_000] as const);
  const said = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(size);
  return entries === null ? said : `${t('privacy.entries', { count: entries })} · ${said}`;
}
