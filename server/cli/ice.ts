import * as v from 'valibot';

import { IceServer } from '#protocol/wire/frame.ts';

import { json, type Form, split } from './form.ts';

const asJson = json('', v.unknown());

/** Addresses alone from flags; a JSON array from the variable, or a list in the file, which may have credentials. */
export const iceServers: Form<readonly IceServer[]> = {
  expected:
    'as in stun:stun.example.org; in the file and the variable a list, as in [{"urls":["stun:stun.example.org"]}]',
  repeats: true,
  confidential: true,
  schema: v.array(v.union([IceServer, urlsOf()])),
  read: (texts) => (texts.every((text) => /^\s*[[{]/.test(text)) ? asJson.read(texts) : split(texts)),
};

/** A server that is nothing but its address. */
function urlsOf() {
  return v.pipe(
    v.string(),
    v.regex(/^(?:stun|turn)s?:\S+$/),
    v.transform((url): IceServer => ({ urls: [url] })),
  );
}
