import { Mic, Palette } from 'lucide-react';
import { expect, test } from 'vitest';

import { findRows } from '#renderer/features/settings/search.ts';
import { SECTION_IDS, type SettingsSection } from '#renderer/features/settings/section.ts';
import { SECTIONS } from '#renderer/features/settings/sections.ts';
import { createWords, type Words } from '#renderer/words/words.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

const { t } = createWords();
const snapshot = snapshotOf({ phase: 'idle' });
const Control = (): null => null;

const find = (query: string, sections = SECTIONS, languages: readonly Words[] = [t]): readonly string[] =>
  findRows(sections, { query, languages, snapshot }).flatMap(({ rows }) => rows.map(({ id }) => id));

test('a row is found by its title, its description, its keywords and its section', () => {
  expect(find('your name')).toEqual(['name']);
  expect(find('shown to others')).toEqual(['name']);
  expect(find('nickname')).toEqual(['name']);
  expect(find('profile')).toEqual(['name']);
});

test('a search goes across all sections', () => {
  const found = find('camera');
  expect(found).toContain('join-with-camera');
  expect(found).toContain('camera');
});

test('a row is found in any language that is there', () => {
  const german = ((key: string) => (key === 'settings.theme' ? 'Farbschema' : '')) as unknown as Words;
  expect(find('farbschema')).toEqual([]);
  expect(find('farbschema', SECTIONS, [t, german])).toEqual(['theme']);
});

test('what is not there now is not found either', () => {
  const sections: readonly SettingsSection[] = [
    {
      id: 'devices',
      title: () => 'Devices',
      Icon: Mic,
      rows: [{ id: 'a', title: () => 'Alpha', Control, isShown: () => false }],
    },
    { id: 'appearance', title: () => 'Looks', Icon: Palette, rows: [{ id: 'b', title: () => 'Alpha', Control }] },
  ];
  expect(find('alpha', sections)).toEqual(['b']);
});

test('no two rows and no two sections have one name, and sections stand in their order', () => {
  const rows = SECTIONS.flatMap((section) => section.rows.map(({ id }) => id));
  expect(new Set(rows).size).toBe(rows.length);
  const sections = SECTIONS.map(({ id }) => id);
  expect(sections).toEqual(SECTION_IDS.filter((id) => sections.includes(id)));
});
