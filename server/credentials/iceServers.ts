import { createHmac } from 'node:crypto';

import type { Millis, ParticipantId } from '#protocol/ids.ts';
import type { IceServer, IceTransportPolicy } from '#protocol/wire/frame.ts';

import type { Settings } from '../options.ts';

/** Within which a TURN credential must be used first, at most, in milliseconds; and at least, because it counts seconds. */
const MOST_TURN_MS = 300_000;
const LEAST_TURN_MS = 2_000;

/** RFC 7064 and 7065, as far as browsers take them: one that they don't would keep every link from being made. */
const STUN_URL = /^stuns?:(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;
const TURN_URL = /^turns?:(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/;

const isRelay = ({ urls }: IceServer): boolean => urls.some((url) => TURN_URL.test(url));

/** A relay that takes credentials from us, and has none of its own. */
const isOurs = (server: IceServer): boolean => isRelay(server) && server.username === undefined;

/**
 * What a TURN server that shares the secret takes for a name and a password until `expiresAt`: coturn's
 * `use-auth-secret`, as in draft-uberti-behave-turn-rest-00. What was begun by then goes on afterwards.
 */
export function turnCredential(
  secret: string,
  id: string,
  expiresAt: Millis,
): Required<Pick<IceServer, 'username' | 'credential'>> {
  // Rounded down: a credential never lives longer than was said.
  const username = `${Math.floor(expiresAt / 1000)}:${id}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** The ICE servers for one participant, with new credentials where they take ours. */
export function iceServersFor(
  { iceServers, turnSecret, guards, clock }: Pick<Settings, 'iceServers' | 'turnSecret' | 'guards' | 'clock'>,
  participant: ParticipantId,
): IceServer[] {
  if (turnSecret === null) return [...iceServers];
  // By the machine's clock, because that is what the TURN server's is set by as well.
  const now = clock.wall?.() ?? clock.now();
  const credential = turnCredential(turnSecret, participant, now + guards.turnMs);
  return iceServers.map((server) => (isOurs(server) ? { ...server, ...credential } : server));
}

/** What can't be meant in this choice of ICE servers, in words for who made it; null if it can. Tells no credential. */
export function iceProblem({
  iceServers,
  turnSecret,
  iceTransportPolicy,
  turnMs,
}: {
  readonly iceServers: readonly IceServer[];
  readonly turnSecret: string | null;
  readonly iceTransportPolicy: IceTransportPolicy;
  readonly turnMs: number;
}): string | null {
  const urls = iceServers.flatMap((server) => server.urls);
  const wrong = urls.find((url) => !STUN_URL.test(url) && !TURN_URL.test(url));
  if (wrong !== undefined) {
    return 'ICE servers must be as in stun:stun.example.org or turn:turn.example.org:3478?transport=udp.';
  }
  if (iceServers.some(({ username, credential }) => (username === undefined) !== (credential === undefined))) {
    return 'An ICE server must have a username and a credential, or neither.';
  }
  const ours = iceServers.some(isOurs);
  if (ours && turnSecret === null) return 'A TURN server has no credentials, and there is no secret to make them with.';
  if (!ours && turnSecret !== null) return 'There is a TURN secret, and no TURN server that it is for.';
  if (iceTransportPolicy === 'relay' && !iceServers.some(isRelay)) {
    return 'Media can not be relayed without a TURN server.';
  }
  if (turnMs < LEAST_TURN_MS || turnMs > MOST_TURN_MS) {
    return `turnMs must be from ${LEAST_TURN_MS} to ${MOST_TURN_MS}.`;
  }
  return null;
}
