import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { SpokenLanguage } from '#protocol/language.ts';

import type { Vault } from '../ports.ts';
import { createCreationKey } from '../settings/creationKey.ts';
import { createRecentMeetings } from '../settings/recentMeetings.ts';
import type { Stored } from '../settings/stored.ts';
import { settingsView } from '../settings/view.ts';
import { initialSnapshot } from './initialSnapshot.ts';

/**
 * What main will say first, before main is there to say it: the home screen need not wait for it. Null where the last run
 * ended in the middle of something, which main looks into first.
 */
export function firstSnapshot(from: {
  readonly stored: Stored;
  readonly vault: Vault;
  readonly language: SpokenLanguage;
  readonly version: string;
  readonly platform: string;
}): AppSnapshot | null {
  const { stored, vault, language, version, platform } = from;
  if (stored.inside !== null || stored.unfinishedRecording !== null) return null;
  const file = { values: stored, setAside: null, write: () => undefined };
  return initialSnapshot({
    settings: settingsView(stored, createCreationKey(file, vault).state),
    language,
    recent: createRecentMeetings(file, vault).list,
    app: { version, platform, identityKept: vault.available, settingsSetAside: null, interrupted: null },
  });
}
