import * as v from 'valibot';

import { parseServer } from '#meeting/invite/serverAddress.ts';

import type { Form } from './form.ts';

/** A server as in an invite link, in the one spelling that clients know. */
export const serverAddress: Form<string> = {
  expected: 'a server as in an invite link, host or host:port',
  read: (texts) => texts.at(-1) ?? '',
  schema: v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const parsed = parseServer(dataset.value);
      if (parsed.ok) return parsed.value;
      addIssue();
      return NEVER;
    }),
  ),
};

/** Where webhooks go. What follows the host may be a secret of the receiver's, so it is not shown. */
export const webhookAddress: Form<string> = {
  expected: 'an http or https address without user and password',
  confidential: true,
  read: (texts) => texts.at(-1) ?? '',
  schema: v.pipe(
    v.string(),
    v.check(isGood),
    v.transform((address) => new URL(address).href),
  ),
};

function isGood(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
