import * as v from 'valibot';

import { ApiKey, ApiPermission, newApiKey } from '../credentials/apiKeys.ts';
import { parseStrictJson } from '../transport/strictJson.ts';
import { ConfigurationError } from './problem.ts';
import { textOf } from './textFile.ts';

/** The keys of a file that holds a JSON array of what `--new-api-key` shows: names, hashes and permissions. */
export function readApiKeys(path: string): readonly ApiKey[] {
  const parsed = parseStrictJson(textOf(path, '--api-keys'));
  const keys = parsed.ok ? v.safeParse(v.array(ApiKey), parsed.value) : null;
  if (!keys?.success) throw ConfigurationError.of(path, 'must be a JSON array of what --new-api-key shows.');
  const names = new Set(keys.output.map(({ name }) => name));
  if (names.size < keys.output.length) throw ConfigurationError.of(path, 'has two keys of one name.');
  return keys.output;
}

/** What `--new-api-key name` or `--new-api-key name=permission,permission` prints: a key, and what is kept of it. */
export function showNewApiKey(request: string): string {
  const [name = '', list] = request.split('=', 2);
  const may = v.safeParse(v.array(ApiPermission), list === undefined ? ApiPermission.options : list.split(','));
  if (!may.success) {
    throw ConfigurationError.of('--new-api-key', `knows the permissions ${ApiPermission.options.join(', ')}.`);
  }
  const { key, entry } = newApiKey(name, may.output);
  if (!v.is(ApiKey, entry)) {
    throw ConfigurationError.of('--new-api-key', 'needs a name of 1 to 40 letters, digits, "_" and "-".');
  }
  return `Key, shown only now: ${key}\nFor the file:        ${JSON.stringify(entry)}\n`;
}
