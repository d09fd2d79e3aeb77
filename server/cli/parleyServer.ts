import { join, resolve } from 'node:path';

import { Command, CommanderError, Option } from 'commander';
import { type Logger, pino } from 'pino';

import { createServer, type ParleyServer } from '../createServer.ts';
import { showNewApiKey } from './apiKeyFile.ts';
import {
  type Configuration,
  ConfigurationError,
  CREATIONS,
  describe,
  LIMITS,
  LOG_LEVELS,
  METRICS,
  type RawConfiguration,
  readConfiguration,
} from './configuration.ts';
import { type Integrations, integrationsFor } from './integrations.ts';
import { keyFromFile } from './keyFile.ts';
import { turnSecretFor } from './turnSecret.ts';

/** Exit codes: a setting that can't be meant, and anything else that keeps the server from running. */
const MISCONFIGURED = 2;
const FAILED = 1;

/** Milliseconds after which clients of a server that goes down are told to try again. */
const RETRY_AFTER_MS = 2_000;

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

interface Arguments extends RawConfiguration {
  readonly newApiKey?: string;
}

function readArguments(): Arguments {
  const command = new Command('parley-server')
    .description('The Parley signaling server. Every setting can also be given in the environment.')
    .addOption(new Option('--host <address>', 'interface to listen on').env('PARLEY_HOST').default('127.0.0.1'))
    .addOption(new Option('--port <number>', 'port to listen on; 0 for any').env('PARLEY_PORT').default('7470'))
    .addOption(new Option('--data <folder>', 'where rooms and keys are kept').env('PARLEY_DATA').default('parley-data'))
    .addOption(
      new Option(
        '--creation <who>',
        `who may create rooms: ${CREATIONS.join(', ')}; the key is PARLEY_CREATION_KEY, or made and kept in the data folder`,
      )
        .env('PARLEY_CREATION')
        .default('key'),
    )
    .addOption(listOption('--allow-host <name>', 'name under which the server is reached', 'PARLEY_ALLOWED_HOSTS'))
    .addOption(listOption('--allow-origin <origin>', 'web origin that may use the server', 'PARLEY_ALLOWED_ORIGINS'))
    .addOption(
      listOption('--trust-proxy <address>', 'proxy whose X-Forwarded-For is believed', 'PARLEY_TRUSTED_PROXIES'),
    )
    .addOption(listOption('--limit <name=value>', `one of ${Object.keys(LIMITS).join(', ')}`, 'PARLEY_LIMITS'))
    .addOption(
      new Option('--api-keys <file>', 'keys of programs that may use the API').env('PARLEY_API_KEYS').default(''),
    )
    .addOption(
      new Option('--metrics <who>', `who may read /metrics: ${METRICS.join(', ')}; key is an API key for it`)
        .env('PARLEY_METRICS')
        .default('key'),
    )
    .addOption(
      new Option('--webhook <url>', 'where to post what happens in rooms, signed with PARLEY_WEBHOOK_SECRET')
        .env('PARLEY_WEBHOOK')
        .default(''),
    )
    .addOption(new Option('--new-api-key <name>', 'show a new API key and what to put into that file, and end'))
    .addOption(new Option('--log-level <level>', LOG_LEVELS.join(', ')).env('PARLEY_LOG_LEVEL').default('info'))
    .addOption(listOption('--ice-server <url>', 'STUN or TURN server; goes before PARLEY_ICE_SERVERS'))
    .addOption(
      new Option('--ice-policy <policy>', 'all, or relay: media never goes directly')
        .env('PARLEY_ICE_POLICY')
        .default('all'),
    )
    .addOption(
      new Option('--turn-secret-file <file>', 'holds the secret shared with the TURN servers').env(
        'PARLEY_TURN_SECRET_FILE',
      ),
    )
    .addHelpText(
      'after',
      '\nICE servers with credentials of their own come from PARLEY_ICE_SERVERS (a JSON array), the TURN secret from a ' +
        'file or PARLEY_TURN_SECRET: never from flags, which everybody on the machine can read.',
    )
    .exitOverride()
    .parse();
  const options = command.opts<Omit<Arguments, 'iceServers'>>();
  return { ...options, iceServers: process.env.PARLEY_ICE_SERVERS };
}

function listOption(flags: string, description: string, variable?: string): Option {
  const option = new Option(flags, `${description}; may be repeated`).argParser(collect).default([]);
  return variable === undefined ? option : option.env(variable);
}

interface Running {
  readonly server: ParleyServer;
  readonly integrations: Integrations;
}

async function start(configuration: Configuration, log: Logger): Promise<Running> {
  const {
    data,
    creation,
    apiKeys: _keys,
    metrics: _metrics,
    webhook: _webhook,
    turnSecretFile: _,
    ...rest
  } = configuration;
  const turnSecret = turnSecretFor(configuration);
  const creationKey = creation === 'key' ? creationKeyIn(data, log) : null;
  const tokenKey = Buffer.from(keyFromFile(join(data, 'token-key')), 'base64url');
  const integrations = integrationsFor(configuration, log);
  const server = await createServer({
    ...rest,
    turnSecret,
    ...integrations.options,
    storage: { kind: 'sqlite', folder: data },
    tokenKey,
    creationKey: creation === 'open' ? 'open' : creationKey,
    log,
  });
  return { server, integrations };
}

function creationKeyIn(data: string, log: Logger): string {
  const given = process.env.PARLEY_CREATION_KEY;
  if (given === undefined || given === '') {
    const file = join(data, 'creation-key');
    log.info({ file }, 'rooms are created with the key in this file');
    return keyFromFile(file);
  }
  // Short keys could be guessed within the failures that an address is allowed, and `open` means something else.
  if (given.length < 16) throw new ConfigurationError('PARLEY_CREATION_KEY must have 16 characters or more.');
  return given;
}

/** Drains and closes at the first signal, ends at once at the second. */
function endOnSignals({ server, integrations }: Running, log: Logger): void {
  let ending = false;
  const end = async (signal: string) => {
    if (ending) process.exit(FAILED);
    ending = true;
    log.info({ signal }, 'going down');
    try {
      await server.drain(RETRY_AFTER_MS);
      await server.close();
      await integrations.close();
    } catch {
      log.error('not closed cleanly');
      process.exitCode = FAILED;
    }
  };
  process.on('SIGTERM', (signal) => void end(signal));
  process.on('SIGINT', (signal) => void end(signal));
}

async function main(): Promise<void> {
  const raw = readArguments();
  if (raw.newApiKey !== undefined) {
    process.stdout.write(showNewApiKey(raw.newApiKey));
    return;
  }
  const configuration = readConfiguration({ ...raw, data: resolve(raw.data) });
  // Without base fields: the machine's name is nobody's business in a log that is sent somewhere.
  const log = pino({ level: configuration.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  log.info(describe(configuration), 'configuration');
  endOnSignals(await start(configuration, log), log);
}

try {
  await main();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : MISCONFIGURED;
  } else {
    console.error(`parley-server: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = error instanceof ConfigurationError ? MISCONFIGURED : FAILED;
  }
}
