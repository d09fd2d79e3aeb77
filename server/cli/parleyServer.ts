#!/usr/bin/env node
import { CommanderError } from 'commander';
import { type Logger, pino } from 'pino';

import { showNewApiKey } from './apiKeyFile.ts';
import { readCommandLine } from './commandLine.ts';
import type { Configuration } from './configuration.ts';
import { endOnSignals } from './goingDown.ts';
import { healthProblem } from './health.ts';
import { ConfigurationError } from './problem.ts';
import { readConfiguration } from './readConfiguration.ts';
import { start } from './running.ts';
import { asFile, shown } from './shown.ts';

/** Exit codes: settings that can't be meant, and anything else that keeps the server from running. */
const MISCONFIGURED = 2;
const FAILED = 1;

async function main(): Promise<void> {
  const { said, task } = readCommandLine(process.argv.slice(2), process.env);
  if (typeof task === 'object') {
    process.stdout.write(showNewApiKey(task.newApiKey));
    return;
  }
  const read = readConfiguration(said);
  if (task === 'print') process.stdout.write(asFile(read));
  else if (task === 'check') process.stdout.write('The settings are good.\n');
  else if (task === 'health') await askHealth(read.configuration);
  else await run(read);
}

async function askHealth(configuration: Configuration): Promise<void> {
  const problem = await healthProblem(configuration);
  if (problem !== null) throw new Error(problem);
  process.stdout.write('The server is well.\n');
}

async function run({ configuration }: ReturnType<typeof readConfiguration>): Promise<void> {
  const log: Logger = pino({
    level: configuration.logLevel,
    // Without base fields: the machine's name is nobody's business in a log that is sent somewhere.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  log.info(shown(configuration), 'configuration');
  endOnSignals(await start(configuration, log), configuration, log);
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
