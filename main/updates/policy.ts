import { readFileSync } from 'node:fs';

import * as v from 'valibot';

import { parseObject } from '../settings/salvage.ts';

/** Over the network only encrypted; on this very computer, as in tests, as it is. */
const Feed = v.pipe(
  v.string(),
  v.url(),
  v.check((feed) => feed.startsWith('https://') || /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/|$)/.test(feed)),
);

/** What whoever runs this computer has decided for everybody on it. */
const Policy = v.object({
  updates: v.optional(v.strictObject({ off: v.optional(v.boolean()), feed: v.optional(Feed) })),
});
export type Policy = v.InferOutput<typeof Policy>;

/** Where the policy is: a place that only an administrator can write to. */
export function policyFile(platform: string, environment: Readonly<Record<string, string | undefined>>): string {
  const own = environment['PARLEY_POLICY_FILE'];
  if (own !== undefined && own !== '') return own;
  if (platform === 'win32') return `${environment['ProgramData'] ?? 'C:\\ProgramData'}\\Parley\\policy.json`;
  return platform === 'darwin' ? '/Library/Application Support/Parley/policy.json' : '/etc/parley/policy.json';
}

/** Empty where there is none; null for one that can't be read, which must not be taken for none. */
export function readPolicy(path: string): Policy | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? {} : null;
  }
  const policy = v.safeParse(Policy, parseObject(text));
  return policy.success ? policy.output : null;
}
