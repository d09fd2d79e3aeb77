import type { Exit, Target } from '#protocol/session.ts';

import type { Words } from '../../words/words.ts';

/** What somebody who reports a problem should copy. */
export function exitFacts(
  t: Words,
  language: string,
  exit: Exit,
  target: Target,
): readonly { readonly name: string; readonly value: string }[] {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return [
    { name: t('over.facts.code'), value: String(exit.reason.code) },
    { name: t('over.facts.type'), value: exit.reason.type },
    { name: t('over.facts.time'), value: time.format(exit.at) },
    { name: t('over.facts.meeting'), value: target.room },
    { name: t('over.facts.server'), value: target.server },
    ...(exit.sought ? [{ name: t('over.facts.sought'), value: `${exit.sought.room}, ${exit.sought.server}` }] : []),
    ...(exit.error
      ? [{ name: t('over.facts.error'), value: [exit.error.code, exit.error.detail].filter(Boolean).join(': ') }]
      : []),
  ];
}
