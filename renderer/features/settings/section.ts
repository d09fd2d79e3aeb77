import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import type { Words } from '../../words/words.ts';

/** The sections of the settings, in the order in which they stand there. One without rows is not shown. */
export const SECTION_IDS = [
  'profile',
  'meetings',
  'devices',
  'shortcuts',
  'appearance',
  'language',
  'privacy',
  'servers',
  'advanced',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Words in whatever language is asked for: the search looks through all that are there. */
export type Say = (t: Words) => string;

/** What a row's control is given: the very words that the search finds it by. */
export interface RowWords {
  readonly title: string;
  readonly description: string | undefined;
}

/** One thing that can be set, or read, in the settings. */
export interface SettingsRow {
  /** Of no other row. */
  readonly id: string;
  readonly title: Say;
  readonly description?: Say;
  /** Other words that somebody may look for it by, with blanks between. They are never shown. */
  readonly keywords?: Say;
  /** Absent: always. */
  readonly isShown?: (snapshot: AppSnapshot) => boolean;
  /** Shows its title and description itself, as its label and hint. */
  readonly Control: ComponentType<RowWords>;
}

export interface SettingsSection {
  readonly id: SectionId;
  readonly title: Say;
  readonly Icon: LucideIcon;
  readonly rows: readonly SettingsRow[];
}
