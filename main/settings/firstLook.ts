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
  try {
    const path = join(directory, SETTINGS_FILE);
    if (statSync(path).size > MAX_SETTINGS_SIZE) return 'system';
    const theme = parseObject(readFileSync(path, 'utf8'))?.['theme'];
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}
