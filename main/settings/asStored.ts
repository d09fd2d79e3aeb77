import { existsSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import { readPlainly, SETTINGS_FILE } from './firstLook.ts';
import { MIGRATIONS } from './migrations.ts';
import { SomeStored, type Stored, withDefaults } from './stored.ts';

/** Where electron-store writes down which version's migrations a file has seen. */
const Seen = v.object({ __internal__: v.object({ migrations: v.object({ version: v.string() }) }) });

/**
 * The settings as they will be when they are opened, without opening them: nothing is written, and nothing mended. Null
 * where opening may come to something else: the file is not good, or is of another version and has steps to go.
 */
export function asStored(directory: string, version: string, migrations: object = MIGRATIONS): Stored | null {
  const raw = existsSync(join(directory, SETTINGS_FILE)) ? readPlainly(directory) : {};
  if (raw === null) return null;
  const seen = v.safeParse(Seen, raw);
  const isToday = seen.success && seen.output.__internal__.migrations.version === version;
  if (!isToday && Object.keys(migrations).length > 0) return null;
  const good = v.safeParse(SomeStored, raw);
  return good.success ? withDefaults(good.output as Partial<Stored>) : null;
}
