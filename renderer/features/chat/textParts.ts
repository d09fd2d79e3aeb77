import { LinkifyIt } from 'linkify-it';

import type { Mention } from '#protocol/chat.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { MOST_LINK } from '#protocol/ipc/chat.ts';

/** A piece of a text, as it is shown. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `url` is what is opened, and what is shown: a link never says one thing and leads to another. */
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string; readonly principal: PrincipalId };

const links = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false, urlAuth: true, maxLength: MOST_LINK })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null);

/** Characters of an address that is shown; the whole is in its tooltip. */
const MOST_SHOWN = 80;

/** A text in pieces: who is meant, where addresses lead, and the rest as it is. Together they are the whole text. */
export function textParts(text: string, mentions: readonly Mention[] = []): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { index, lastIndex, url } of links.match(text) ?? []) {
    const address = addressOf(url);
    if (address === null) continue;
    parts.push(...mentionParts(text.slice(done, index), mentions));
    parts.push({ kind: 'link', url: address, text: shown(address) });
    done = lastIndex;
  }
  return [...parts, ...mentionParts(text.slice(done), mentions)];
}

/** As the browser reads it: a host in letters that look like others is shown in the ones that it really is. */
function addressOf(url: string): string | null {
  try {
    const { protocol, username, password, href } = new URL(url);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}

function shown(address: string): string {
  const bare = address.replace(/^(https?:\/\/[^/]+)\/$/, '$1');
  return bare.length > MOST_SHOWN ? `${bare.slice(0, MOST_SHOWN - 1)}…` : bare;
}

function mentionParts(text: string, mentions: readonly Mention[]): readonly TextPart[] {
  // The longest name first: Ana Maria is not Ana with something behind it.
  const byLength = [...mentions].sort((one, other) => other.name.length - one.name.length);
  for (const { name, principal } of byLength) {
    const at = text.indexOf(`@${name}`);
    if (at < 0) continue;
    const end = at + name.length + 1;
    return [
      ...mentionParts(text.slice(0, at), mentions),
      { kind: 'mention', text: text.slice(at, end), principal },
      ...mentionParts(text.slice(end), mentions),
    ];
  }
  return text === '' ? [] : [{ kind: 'text', text }];
}
