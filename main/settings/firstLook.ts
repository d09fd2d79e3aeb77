import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Theme } from '#protocol/ipc/snapshot.ts';

import { parseObject } from './salvage.ts';

/** The settings' file, in the profile. */
export const SETTINGS_FILE = 'settings.json';
/** Bytes. Ours has a few thousand; a larger one was written by something else, and would be read again at every change. */
export const MAX_SETTINGS_SIZE = 1_048_576;

/**
 * The chosen theme, before the settings are opened with all that belongs to it: the very first picture is of that colour
 * already. The system's where none can be read; whatever is wrong with the file is said when it is opened.
 */
export function chosenTheme(directory: string): Theme {
  const theme = readPlainly(directory)?.['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** What the file holds, if it is one JSON object of a size that settings have. Changes nothing on disk. */
export function readPlainly(directory: string): Readonly<Record<string, unknown>> | null {
  try {
    const path = join(directory, SETTINGS_FILE);
    return statSync(path).size > MAX_SETTINGS_SIZE ? null : parseObject(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
