import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import { holds } from '../../words/find.ts';
import type { Words } from '../../words/words.ts';
import type { SettingsRow, SettingsSection } from './section.ts';

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
