import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import type { Words } from '../../words/words.ts';
import type { SettingsRow, SettingsSection } from './section.ts';

/** What of a text makes no difference when somebody looks for it: capitals, accents, wide letters, which kana. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ـ', '')
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Whether every word of what is looked for stands somewhere in these texts. Nothing looked for: yes. */
export function holds(texts: readonly string[], query: string): boolean {
  const within = fold(texts.join('\n'));
  return fold(query)
    .split(/[\s,;]+/)
    .every((word) => within.includes(word));
}

/** What a row is found by, in each of these languages; its section's title is one of its words. */
function textsOf(section: SettingsSection, row: SettingsRow, languages: readonly Words[]): readonly string[] {
  const said = [section.title, row.title, row.description, row.keywords];
  return languages.flatMap((t) => said.flatMap((say) => (say ? [say(t)] : [])));
}

/** The sections with the rows that are there now and that a query finds; none without any. An empty query finds all. */
export function findRows(
  sections: readonly SettingsSection[],
  { query, languages, snapshot }: { query: string; languages: readonly Words[]; snapshot: AppSnapshot },
): readonly SettingsSection[] {
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter(
        (row) => (row.isShown?.(snapshot) ?? true) && holds(textsOf(section, row, languages), query),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}
