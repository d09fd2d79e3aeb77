import { choice, type Form, list, orNone, path, secret, text, wholeNumber } from './form.ts';
import { iceServers } from './ice.ts';
import { limits } from './limits.ts';
import { serverAddress, webhookAddress } from './addresses.ts';

/** One thing that can be set: everything that is known of it, for flags, variables, the file, checks and documents. */
export interface Setting<Value> {
  /** With what stands for its value: `--port <number>`. None for secrets: a command line can be read by everybody. */
  readonly flag?: string;
  /** Not set where it is empty. */
  readonly variable: string;
  /** Not in the file, which others may read, and never shown. */
  readonly secret?: true;
  /** What it is, for --help and docs/operations.md. */
  readonly is: string;
  readonly form: Form<Value>;
  readonly fallback: NoInfer<Value>;
}

/** Types the entry by its form. */
const setting = <Value>(entry: Setting<Value>): Setting<Value> => entry;

const HOST_NAME = /^[A-Za-z0-9.-]+$/;
const ORIGIN = /^https?:\/\/[^/\s]+$/;
const ADDRESS = /^[0-9A-Fa-f.:]+$/;
const LONG_ENOUGH = /^.{16,}$/;

/** All settings of the standalone server, by their names in the configuration file. */
export const SETTINGS = {
  host: setting({
    flag: '--host <address>',
    variable: 'PARLEY_HOST',
    is: 'interface to listen on',
    form: text('an address to listen on, as in 0.0.0.0', /^\S+$/),
    fallback: '127.0.0.1',
  }),
  port: setting({
    flag: '--port <number>',
    variable: 'PARLEY_PORT',
    is: 'port to listen on; 0 for any',
    form: wholeNumber(0, 65_535),
    fallback: 7470,
  }),
  shutdown: setting({
    flag: '--shutdown <how>',
    variable: 'PARLEY_SHUTDOWN',
    is: 'at SIGTERM: `drain`, and meetings go on at the next start, or `close` them for good',
    form: choice(['drain', 'close']),
    fallback: 'drain',
  }),
  drainTo: setting({
    flag: '--drain-to <server>',
    variable: 'PARLEY_DRAIN_TO',
    is: 'where people go on when this server drains; else they come back to it',
    form: orNone(serverAddress),
    fallback: null,
  }),
  tlsCert: setting({
    flag: '--tls-cert <file>',
    variable: 'PARLEY_TLS_CERT',
    is: 'certificate in PEM, with those that lead to its root: the port serves TLS',
    form: orNone(path('a file')),
    fallback: null,
  }),
  tlsKey: setting({
    flag: '--tls-key <file>',
    variable: 'PARLEY_TLS_KEY',
    is: 'its private key in PEM, without passphrase',
    form: orNone(path('a file')),
    fallback: null,
  }),
  data: setting({
    flag: '--data <folder>',
    variable: 'PARLEY_DATA',
    is: 'folder of rooms and keys; one server to a folder',
    form: path('a folder'),
    fallback: 'parley-data',
  }),
  creation: setting({
    flag: '--creation <who>',
    variable: 'PARLEY_CREATION',
    is: 'who may create rooms: whoever has the `key`, anybody (`open`), nobody over HTTP (`none`)',
    form: choice(['key', 'open', 'none']),
    fallback: 'key',
  }),
  creationKey: setting({
    variable: 'PARLEY_CREATION_KEY',
    secret: true,
    is: 'the creation key, 16 characters or more, instead of the one that is made and kept in the data folder',
    // Short keys could be guessed within the failures that an address is allowed, and `open` means something else.
    form: secret('16 characters or more', LONG_ENOUGH),
    fallback: null,
  }),
  allowedHosts: setting({
    flag: '--allow-host <name>',
    variable: 'PARLEY_ALLOWED_HOSTS',
    is: 'names under which the server is reached; addresses and `localhost` need none',
    form: list('host names without port, as in meet.example.org', HOST_NAME),
    fallback: [],
  }),
  allowedOrigins: setting({
    flag: '--allow-origin <origin>',
    variable: 'PARLEY_ALLOWED_ORIGINS',
    is: 'web origins that may use the server; the app is none',
    form: list('origins, as in https://meet.example.org', ORIGIN),
    fallback: [],
  }),
  trustedProxies: setting({
    flag: '--trust-proxy <address>',
    variable: 'PARLEY_TRUSTED_PROXIES',
    is: 'addresses of proxies whose `X-Forwarded-For` is believed',
    form: list('addresses, as in 10.0.0.2', ADDRESS),
    fallback: [],
  }),
  duplicates: setting({
    flag: '--duplicates <what>',
    variable: 'PARLEY_DUPLICATES',
    is: 'a second device of somebody present takes their place over (`take-over`), or is refused (`refuse`)',
    form: choice(['take-over', 'refuse']),
    fallback: 'take-over',
  }),
  lobby: setting({
    flag: '--lobby <how>',
    variable: 'PARLEY_LOBBY',
    is: 'new rooms have whoever comes wait until somebody lets them in (`on`), or not (`off`); hosts can switch it',
    form: choice(['off', 'on']),
    fallback: 'off',
  }),
  limits: setting({
    flag: '--limit <name=value>',
    variable: 'PARLEY_LIMITS',
    is: '`name=value`: times, sizes and rates, each for itself; in the file by name',
    form: limits,
    fallback: {},
  }),
  logLevel: setting({
    flag: '--log-level <level>',
    variable: 'PARLEY_LOG_LEVEL',
    is: 'the least that is logged: `info`, `warn`, `error`, `silent`',
    form: choice(['info', 'warn', 'error', 'silent']),
    fallback: 'info',
  }),
  apiKeys: setting({
    flag: '--api-keys <file>',
    variable: 'PARLEY_API_KEYS',
    is: 'file of keys of programs that may use the API',
    form: orNone(path('a file')),
    fallback: null,
  }),
  roles: setting({
    flag: '--roles <file>',
    variable: 'PARLEY_ROLES',
    is: 'file that says what roles may do',
    form: orNone(path('a file')),
    fallback: null,
  }),
  speakers: setting({
    flag: '--speakers <number>',
    variable: 'PARLEY_SPEAKERS',
    is: 'most who may send at once in one meeting; others come in as viewers',
    form: orNone(wholeNumber(1, 1_000_000)),
    fallback: null,
  }),
  metrics: setting({
    flag: '--metrics <who>',
    variable: 'PARLEY_METRICS',
    is: 'who may read `/metrics`: whoever has an API `key` for it, anybody (`open`), nobody (`none`)',
    form: choice(['key', 'open', 'none']),
    fallback: 'key',
  }),
  webhook: setting({
    flag: '--webhook <url>',
    variable: 'PARLEY_WEBHOOK',
    is: 'address to post what happens in rooms to',
    form: orNone(webhookAddress),
    fallback: null,
  }),
  webhookSecret: setting({
    variable: 'PARLEY_WEBHOOK_SECRET',
    secret: true,
    is: 'signs webhooks: `whsec_` and base64, instead of the one that is made and kept in the data folder',
    form: secret('whsec_ and 24 bytes or more in base64', /^whsec_[A-Za-z0-9+/]{32,128}={0,2}$/),
    fallback: null,
  }),
  iceServers: setting({
    flag: '--ice-server <url>',
    variable: 'PARLEY_ICE_SERVERS',
    is: 'STUN and TURN servers: URLs; in the variable and the file a list, which may have credentials',
    form: iceServers,
    fallback: [],
  }),
  iceTransportPolicy: setting({
    flag: '--ice-policy <policy>',
    variable: 'PARLEY_ICE_POLICY',
    is: '`all`, or `relay`: media goes over TURN servers only',
    form: choice(['all', 'relay']),
    fallback: 'all',
  }),
  turnSecretFile: setting({
    flag: '--turn-secret-file <file>',
    variable: 'PARLEY_TURN_SECRET_FILE',
    is: 'file with the secret that the TURN servers share',
    form: orNone(path('a file')),
    fallback: null,
  }),
  turnSecret: setting({
    variable: 'PARLEY_TURN_SECRET',
    secret: true,
    is: 'that secret itself, 16 characters or more, instead of the file',
    form: secret('16 characters or more', LONG_ENOUGH),
    fallback: null,
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;

type ValueOf<Entry> = Entry extends Setting<infer Value> ? Value : never;

/** What the server is to do, once everything that was said about it is put together. */
export type Configuration = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** The entry of a setting whose type does not matter. */
export const settingOf = (name: SettingName): Setting<unknown> => SETTINGS[name] as unknown as Setting<unknown>;
