import * as v from 'valibot';

import { IceServer, IceTransportPolicy, type Limits } from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS, EMPTY_CLOSE_MS } from '#protocol/wire/limits.ts';

import { DEFAULT_GUARDS, DEFAULT_POLICIES, type Guards, type PolicyTimes } from '../options.ts';
import { parseStrictJson } from '../transport/strictJson.ts';

/** What the command line and the environment say, as text. A flag goes before its variable. */
export interface RawConfiguration {
  readonly host: string;
  readonly port: string;
  readonly data: string;
  readonly creation: string;
  readonly allowHost: readonly string[];
  readonly allowOrigin: readonly string[];
  readonly trustProxy: readonly string[];
  readonly limit: readonly string[];
  /** A file; empty for none. */
  readonly apiKeys: string;
  readonly metrics: string;
  /** An address; empty for none. */
  readonly webhook: string;
  readonly logLevel: string;
  /** URLs without credentials. */
  readonly iceServer: readonly string[];
  readonly icePolicy: string;
  readonly turnSecretFile?: string;
  /** From the environment alone, because it may hold credentials: a JSON array. Passed over where `iceServer` has any. */
  readonly iceServers: string | undefined;
}

export const LOG_LEVELS = ['info', 'warn', 'error', 'silent'] as const;
export const METRICS = ['key', 'open', 'none'] as const;
export const CREATIONS = ['key', 'open', 'none'] as const;

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** Who creates rooms over HTTP: whoever has the creation key, anybody, nobody. */
  readonly creation: (typeof CREATIONS)[number];
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly iceServers: readonly IceServer[];
  readonly iceTransportPolicy: IceTransportPolicy;
  /** Where the secret is that TURN servers share; the secret itself is not in the configuration. */
  readonly turnSecretFile?: string;
  readonly limits: Partial<Limits>;
  readonly guards: Partial<Guards>;
  readonly emptyCloseMs: number;
  readonly policies: Partial<PolicyTimes>;
  /** The file that holds them; null for none. */
  readonly apiKeys: string | null;
  /** Who reads `/metrics`: whoever has an API key for it, whoever reaches the port, nobody. */
  readonly metrics: (typeof METRICS)[number];
  /** Where to post what happens in rooms; null: nowhere. */
  readonly webhook: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** What can be set by `--limit name=value`, with its default; null: there is no such limit. */
export const LIMITS: Readonly<Record<string, number | null>> = {
  ...DEFAULT_LIMITS,
  ...DEFAULT_GUARDS,
  emptyCloseMs: EMPTY_CLOSE_MS,
  ...DEFAULT_POLICIES,
};

/** A setting that can't be meant, in words for who set it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Throws a {@link ConfigurationError} that names the first setting that is wrong, and what it should be. */
export function readConfiguration(raw: RawConfiguration): Configuration {
  const limits = raw.limit.flatMap((list) => list.split(',')).map(readLimit);
  const pick = <T extends object>(defaults: T): Partial<T> =>
    Object.fromEntries(limits.filter(([name]) => Object.hasOwn(defaults, name))) as Partial<T>;
  return {
    host: read('host', raw.host, v.pipe(v.string(), v.nonEmpty()), 'an address to listen on, as in 0.0.0.0'),
    port: read(
      'port',
      Number(raw.port || NaN),
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
      'a number from 0 to 65535',
    ),
    data: read('data', raw.data, v.pipe(v.string(), v.nonEmpty()), 'a folder'),
    creation: read('creation', raw.creation, v.picklist(CREATIONS), `one of ${CREATIONS.join(', ')}`),
    allowedHosts: readList(
      'allow-host',
      raw.allowHost,
      /^[A-Za-z0-9.-]+$/,
      'host names without port, as in meet.example.org',
    ),
    allowedOrigins: readList(
      'allow-origin',
      raw.allowOrigin,
      /^https?:\/\/[^/\s]+$/,
      'origins, as in https://meet.example.org',
    ),
    trustedProxies: readList('trust-proxy', raw.trustProxy, /^[0-9A-Fa-f.:]+$/, 'addresses, as in 10.0.0.2'),
    iceServers: raw.iceServer.length > 0 ? readUrls(raw.iceServer) : readIceServers(raw.iceServers),
    iceTransportPolicy: read('ice-policy', raw.icePolicy, IceTransportPolicy, 'one of all, relay'),
    ...(raw.turnSecretFile !== undefined && { turnSecretFile: raw.turnSecretFile }),
    limits: pick(DEFAULT_LIMITS),
    guards: pick(DEFAULT_GUARDS),
    emptyCloseMs: Object.fromEntries(limits).emptyCloseMs ?? EMPTY_CLOSE_MS,
    policies: pick(DEFAULT_POLICIES),
    apiKeys: raw.apiKeys === '' ? null : raw.apiKeys,
    metrics: read('metrics', raw.metrics, v.picklist(METRICS), `one of ${METRICS.join(', ')}`),
    webhook: readWebhook(raw.webhook),
    logLevel: read('log-level', raw.logLevel, v.picklist(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`),
  };
}

/** The configuration as it may be shown and logged: ICE servers lose their credentials, keys are not in it at all. */
export function describe(configuration: Configuration): Readonly<Record<string, unknown>> {
  const { iceServers, limits, guards, emptyCloseMs, webhook, policies, ...shown } = configuration;
  return {
    ...shown,
    iceServers: iceServers.flatMap(({ urls }) => urls),
    // What follows the host may be a secret of the receiver's.
    webhook: webhook === null ? null : new URL(webhook).origin,
    limits: {
      ...DEFAULT_LIMITS,
      ...limits,
      ...DEFAULT_GUARDS,
      ...guards,
      emptyCloseMs,
      ...DEFAULT_POLICIES,
      ...policies,
    },
  };
}

function read<Schema extends v.GenericSchema>(
  name: string,
  value: unknown,
  schema: Schema,
  expected: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new ConfigurationError(`--${name} must be ${expected}.`);
  return result.output;
}

function readList(name: string, lists: readonly string[], form: RegExp, expected: string): readonly string[] {
  const entries = lists.flatMap((list) => list.split(',')).map((entry) => entry.trim());
  const named = entries.filter((entry) => entry !== '');
  if (!named.every((entry) => form.test(entry))) throw new ConfigurationError(`--${name} must be ${expected}.`);
  return named;
}

function readLimit(text: string): readonly [string, number] {
  const [name = '', value = ''] = text.split('=').map((part) => part.trim());
  if (!Object.hasOwn(LIMITS, name)) {
    throw new ConfigurationError(`--limit knows ${Object.keys(LIMITS).join(', ')}; not "${name}".`);
  }
  if (!/^[1-9]\d{0,11}$/.test(value)) throw new ConfigurationError(`--limit ${name} must be a whole number above 0.`);
  return [name, Number(value)];
}

function readUrls(urls: readonly string[]): readonly IceServer[] {
  const form = /^(?:stun|turn)s?:\S+$/;
  return readList('ice-server', urls, form, 'as in stun:stun.example.org').map((url) => ({ urls: [url] }));
}

function readWebhook(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.href;
  throw new ConfigurationError('--webhook must be an http or https address without user and password.');
}

function readIceServers(text: string | undefined): readonly IceServer[] {
  if (text === undefined || text === '') return [];
  const parsed = parseStrictJson(text);
  const result = parsed.ok ? v.safeParse(v.array(IceServer), parsed.value) : null;
  if (result?.success) return result.output;
  throw new ConfigurationError('PARLEY_ICE_SERVERS must be a JSON array, as in [{"urls":["stun:stun.example.org"]}].');
}
