import { readFileSync } from 'node:fs';

import { kindOf } from '../logging.ts';
import { ConfigurationError } from './problem.ts';

/** What is in the file that `flag` names; throws a {@link ConfigurationError} where it can't be read. */
export function textOf(file: string, flag: `--${string}`): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw ConfigurationError.of(file, `can not be read (${kindOf(error)}): ${flag} must be a file.`);
  }
}
