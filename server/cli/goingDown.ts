import { setTimeout as pass } from 'node:timers/promises';

import type { Logger } from 'pino';

import { kindOf } from '../logging.ts';
import type { Configuration } from './configuration.ts';
import { drainTimes } from './limits.ts';
import type { Running } from './running.ts';

const FAILED = 1;

/** The signal that closes all meetings for good, whatever `--shutdown` says. */
const FOR_GOOD = 'SIGUSR2';

/** Goes down at the first signal, and ends at once at the second, with 1. */
export function endOnSignals(running: Running, configuration: Configuration, log: Logger): void {
  let ending = false;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (ending) process.exit(FAILED);
    ending = true;
    const shutdown = signal === FOR_GOOD ? 'close' : configuration.shutdown;
    log.info({ signal, shutdown }, 'going down');
    try {
      await goDown(running, { ...configuration, shutdown });
    } catch (error) {
      log.error({ kind: kindOf(error) }, 'not closed cleanly');
      process.exitCode = FAILED;
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', FOR_GOOD] as const) process.on(signal, () => void end(signal));
}

/**
 * First nobody new, then those who are in: told that the meeting is closed, or to come back. Everything that was begun
 * is written before storage is closed; sessions stay in it.
 */
async function goDown({ server, integrations }: Running, configuration: Configuration): Promise<void> {
  const { retryAfterMs, drainMs, drainDelayMs } = drainTimes(configuration.limits);
  server.standDown(retryAfterMs);
  if (drainDelayMs !== null) await pass(drainDelayMs);
  try {
    if (configuration.shutdown === 'close') await server.closeRooms();
  } finally {
    const { drainTo } = configuration;
    await server.drain({ retryAfterMs, mostMs: drainMs, ...(drainTo !== null && { server: drainTo }) });
    await server.close();
    await integrations.close();
  }
}
