import type { Result } from '#protocol/errors.ts';
import type { RoomId } from '#protocol/ids.ts';
import { badLink } from './badLink.ts';
import { parseRoomCode } from './roomCode.ts';
import { isPrivateServer, parseServer } from './serverAddress.ts';

/** What an invite says. */
export interface Invite {
  /** `host[:port]`, as `parseServer` spells it; null for a bare meeting code. */
  readonly server: string | null;
  readonly room: RoomId;
  /** 256 bits in base64url. Null where the link has none: then only who has standing in the room gets in. */
  readonly secret: string | null;
}

/** Characters that are looked at at most; far above any link's length. */
const MAX_LENGTH = 2048;

/** What mail programs, chats and people put around a link. */
const AROUND = '[\\s"\'`<>\u201C-\u201F\u2018-\u201B\u00AB\u00BB\u2039\u203A]+';
const WRAPPING = new RegExp(`^${AROUND}|${AROUND}$`, 'gu');

const FORM = 'an invite link looks like parley://join/server/abc-defg-hij#secret';

/**
 * Reads what somebody typed, pasted or clicked: a `parley://join/...` link, its web form (`https`, or `http` for a
 * server on one's own network), or a bare meeting code. Nothing is looked up or connected to. What is not exactly one
 * of these is refused as `bad-link`, with what is wrong and what to do, and never guessed at.
 */
export function parseInvite(text: string): Result<Invite> {
  if (text.length > MAX_LENGTH) return badLink('the text is too long to be an invite link; copy the link alone');
  const link = text.replace(WRAPPING, '');
  if (link === '') return badLink('nothing was given; paste an invite link or type a meeting code');
  const room = parseRoomCode(link);
  if (room) return { ok: true, value: { server: null, room, secret: null } };
  return parseLink(link);
}

/** `parley://join/<server>/<room>#<secret>`; without the secret where there is none. */
export function formatInvite(invite: {
  readonly server: string;
  readonly room: RoomId;
  readonly secret: string | null;
}): string {
  const secret = invite.secret === null ? '' : `#${invite.secret}`;
  return `parley://join/${invite.server}/${invite.room}${secret}`;
}

type Scheme = 'parley' | 'https' | 'http';

// Each allows one slash after the room, which some systems add; nothing else is optional but the secret.
const FORMS: Readonly<Record<Scheme, RegExp>> = {
  parley: /^parley:\/\/join\/(?<server>[^/#]+)\/(?<room>[^/#]+)\/?(?:#(?<secret>.*))?$/i,
  https: /^https:\/\/(?<server>[^/#]+)\/join\/(?<room>[^/#]+)\/?(?:#(?<secret>.*))?$/i,
  http: /^http:\/\/(?<server>[^/#]+)\/join\/(?<room>[^/#]+)\/?(?:#(?<secret>.*))?$/i,
};

function parseLink(link: string): Result<Invite> {
  const unclean = refuseUnclean(link);
  if (unclean) return unclean;
  const scheme = schemeOf(link);
  if (!scheme) return badLink(`this is neither a meeting code (ten letters, as in abc-defg-hij) nor a link; ${FORM}`);
  const parts = FORMS[scheme].exec(link)?.groups;
  if (!parts) return badLink(`parts of the link are missing or don't belong; ${FORM}`);

  const server = parseServer(parts['server'] ?? '');
  if (!server.ok) return server;
  const misled = refuseTransport(scheme, server.value);
  if (misled) return misled;
  const room = parts['room']?.toLowerCase() ?? '';
  if (!/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/.test(room)) {
    return badLink('the meeting code in the link is not like abc-defg-hij; copy the whole link again');
  }
  const secret = parts['secret'] ?? null;
  if (secret !== null && !/^[A-Za-z0-9_-]{43}$/.test(secret)) {
    return badLink('the secret after # is cut off or changed; copy the whole link again');
  }
  return { ok: true, value: { server: server.value, room: room as RoomId, secret } };
}

function schemeOf(link: string): Scheme | null {
  const scheme = /^(parley|https|http):\/\//i.exec(link)?.[1]?.toLowerCase();
  return scheme === 'parley' || scheme === 'https' || scheme === 'http' ? scheme : null;
}

/** Whatever lets a link show one thing and mean another is refused wherever it stands. */
function refuseUnclean(link: string): Result<never> | null {
  if (/[^\x21-\x7e]/.test(link)) {
    return badLink('the link has a space, or a character that no invite link has; copy it again');
  }
  if (link.includes('@')) return badLink('the link has an @, which can hide where it leads; ask for a new link');
  if (link.includes('%'))
    return badLink('the link has an encoded character (%), which no invite link has; copy it again');
  if (link.includes('\\')) return badLink('the link has a backslash, which no invite link has; copy it again');
  if (link.includes('?')) return badLink('the link has a ? part, which no invite link has; ask for the link again');
  return null;
}

/** The transport follows from the server alone, so a link that promises another one would be broken or a lie. */
function refuseTransport(scheme: Scheme, server: string): Result<never> | null {
  if (scheme === 'http' && !isPrivateServer(server)) {
    return badLink('an http link works only on your own network; ask for an https or parley link');
  }
  if (scheme === 'https' && isPrivateServer(server)) {
    return badLink('a server on your own network has no https; ask for an http or parley link');
  }
  return null;
}
