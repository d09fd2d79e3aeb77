import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import type { RoleTable } from '#protocol/roles.ts';
import type { SpeakerLimit } from '#protocol/room.ts';
import type { Duplicates } from '#meeting/room/duplicates.ts';
import type { Millis } from '#protocol/ids.ts';
import type { Policies } from '#protocol/room.ts';
import type { IceServer, IceTransportPolicy, Limits } from '#protocol/wire/frame.ts';
import { BACKLOG_BYTES, DEFAULT_LIMITS, EMPTY_CLOSE_MS, HELLO_MS } from '#protocol/wire/limits.ts';

import { type Clock, createSteadyClock } from './clock.ts';
import type { Storage } from './contract.ts';
import type { ApiKey } from './credentials/apiKeys.ts';
import { iceProblem } from './credentials/iceServers.ts';
import type { Log } from './logging.ts';
import { rolesProblem } from './roles.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Observer } from './observer.ts';
import type { StorageChoice } from './rooms/storage.ts';
import type { CertificatePair } from './transport/certificate.ts';

/** Limits that clients need not know in advance: they are told when they meet one. */
export interface Guards {
  /** Milliseconds within which a connection must say hello. */
  readonly helloMs: number;
  /** Bytes that may wait for a connection that does not read. */
  readonly backlogBytes: number;
  /** Signals, counted apart from all other messages. */
  readonly signalsPerSecond: number;
  readonly signalBurst: number;
  /** Credentials that may fail per address (IPv6: per /64) within `failuresMs`. */
  readonly failures: number;
  readonly failuresMs: number;
  /** Rooms that one address may create within an hour. */
  readonly roomsPerHour: number;
  /** Milliseconds within which storage must have answered, or the request is refused with `unavailable`. */
  readonly storageMs: number;
  /** People who may wait to be let into one room. */
  readonly waiting: number;
  /** Milliseconds for which a join token is good. */
  readonly tokenMs: number;
  /** Milliseconds within which a TURN credential must be used first; 300,000 at most. */
  readonly turnMs: number;
}

export const DEFAULT_GUARDS: Guards = {
  helloMs: HELLO_MS,
  backlogBytes: BACKLOG_BYTES,
  signalsPerSecond: 200,
  signalBurst: 400,
  failures: 10,
  failuresMs: 1_800_000,
  roomsPerHour: 120,
  storageMs: 1_800,
  waiting: 100,
  tokenMs: 300_000,
  turnMs: 300_000,
};

/** When meetings are closed by policy (1006), in ms; null: never. */
export interface PolicyTimes {
  /** After they were opened. */
  readonly durationMs: number | null;
  /** After the last host went. */
  readonly noHostMs: number | null;
}

export const DEFAULT_POLICIES: PolicyTimes = { durationMs: null, noHostMs: null };

export interface ServerOptions {
  /** Where rooms are kept; or a storage made elsewhere, which the server closes when it is closed. */
  readonly storage: StorageChoice | Storage;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Serves TLS with it; without, plain text, for loopback and behind a proxy. */
  readonly tls?: CertificatePair | null;
  /** 32 bytes that sign join tokens. Who has them can join any room as anybody. */
  readonly tokenKey: Uint8Array;
  /** What `POST /v1/rooms` must present; null: nobody creates rooms over HTTP; `open`: anybody does. */
  readonly creationKey: string | null;
  /** Host names, besides IP addresses and `localhost`, under which the server is reached (DNS rebinding). */
  readonly allowedHosts: readonly string[];
  /** Web origins that may use the server. Who sends no `Origin` is no web page, and may. */
  readonly allowedOrigins: readonly string[];
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed; else all who come through one count as one. */
  readonly trustedProxies?: readonly string[];
  readonly iceServers: readonly IceServer[];
  /** Who may use the integrators' API, by their keys' hashes; nobody unless told. */
  readonly apiKeys?: readonly ApiKey[];
  /** Shared with the TURN servers among `iceServers` that have no credentials of their own: these are made with it. */
  readonly turnSecret?: string | null;
  /** `relay`: media never goes from one participant to another directly. */
  readonly iceTransportPolicy?: IceTransportPolicy;
  /** Told of what happens in rooms; none unless told. */
  readonly observers?: readonly Observer[];
  /** Counts what is served at `/metrics`, which is not there without; told of everything, like an observer. */
  readonly metrics?: Metrics | null;
  /** Who may read them: whoever has an API key with `readMetrics` (so unless told), or whoever reaches the port. */
  readonly metricsAccess?: 'key' | 'open';
  readonly limits?: Partial<Limits>;
  readonly guards?: Partial<Guards>;
  /** Milliseconds after which a room that nobody is in is closed. */
  readonly emptyCloseMs?: number;
  readonly policies?: Partial<PolicyTimes>;
  /** What roles may do in the rooms of this server: host, co-host, guest and viewer as documented, unless told. */
  readonly roles?: RoleTable;
  /** Most who may send at once in one room, hosts among them; null, and unless told: as many as come. */
  readonly speakers?: SpeakerLimit | null;
  /** Whether a newer device of somebody who is present takes the place over (so unless told), or is refused. */
  readonly duplicates?: Duplicates;
  /** Whether rooms are made with their lobby on; off unless told. */
  readonly lobby?: boolean;
  readonly log: Log;
  readonly clock?: Clock;
}

/** The options with every default filled in: what the parts of the server are given. */
export interface Settings {
  readonly tls: CertificatePair | null;
  readonly tokenKey: Uint8Array;
  readonly creationKey: string | null;
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly iceServers: readonly IceServer[];
  readonly apiKeys: readonly ApiKey[];
  readonly turnSecret: string | null;
  readonly iceTransportPolicy: IceTransportPolicy;
  readonly observers: readonly Observer[];
  readonly metrics: Metrics | null;
  readonly metricsAccess: 'key' | 'open';
  readonly limits: Limits;
  readonly guards: Guards;
  readonly emptyCloseMs: number;
  readonly policies: PolicyTimes;
  readonly roles: RoleTable;
  readonly speakers: SpeakerLimit | null;
  readonly duplicates: Duplicates;
  readonly lobby: boolean;
  readonly log: Log;
  readonly clock: Clock;
}

/** What can't be meant in these limits, beside the defaults, in words for who set them; null if they can. */
export function limitsProblem(limits: Partial<Limits>): string | null {
  const { suspectMs, deadMs } = { ...DEFAULT_LIMITS, ...limits };
  return suspectMs > deadMs ? 'A connection must be suspected before it is given up: suspectMs, deadMs.' : null;
}

/** Throws where an option can't be meant. */
export function settle(options: ServerOptions): Settings {
  if (options.tokenKey.length !== 32) throw new Error('The token key must have 32 bytes.');
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const unfit = limitsProblem(limits);
  if (unfit !== null) throw new Error(unfit);
  const { iceServers, turnSecret = null, iceTransportPolicy = 'all' } = options;
  const guards = { ...DEFAULT_GUARDS, ...options.guards };
  const problem = iceProblem({ iceServers, turnSecret, iceTransportPolicy, turnMs: guards.turnMs });
  if (problem !== null) throw new Error(problem);
  const { roles = DEFAULT_ROLES, speakers = null } = options;
  const fault = rolesProblem(roles, speakers);
  if (fault !== null) throw new Error(`Roles: ${fault}.`);
  return {
    tls: options.tls ?? null,
    tokenKey: options.tokenKey,
    creationKey: options.creationKey,
    allowedHosts: options.allowedHosts.map((host) => host.toLowerCase()),
    allowedOrigins: options.allowedOrigins,
    trustedProxies: options.trustedProxies ?? [],
    iceServers,
    apiKeys: options.apiKeys ?? [],
    turnSecret,
    iceTransportPolicy,
    observers: [...(options.observers ?? []), ...(options.metrics ? [options.metrics] : [])],
    metrics: options.metrics ?? null,
    metricsAccess: options.metricsAccess ?? 'key',
    limits,
    guards,
    emptyCloseMs: options.emptyCloseMs ?? EMPTY_CLOSE_MS,
    policies: { ...DEFAULT_POLICIES, ...options.policies },
    roles,
    speakers,
    duplicates: options.duplicates ?? 'take-over',
    lobby: options.lobby ?? false,
    log: options.log,
    clock: options.clock ?? createSteadyClock(),
  };
}

/** The times that the server sets for a room which it looks after since then; null where it sets none. */
export function policiesSince({ policies: { durationMs, noHostMs } }: Settings, since: Millis): Policies | null {
  return durationMs === null && noHostMs === null ? null : { durationMs, noHostMs, since };
}
