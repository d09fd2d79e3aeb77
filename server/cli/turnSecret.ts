import { readFileSync } from 'node:fs';

import { iceProblem } from '../credentials/iceServers.ts';
import { DEFAULT_GUARDS } from '../options.ts';
import { type Configuration, ConfigurationError } from './configuration.ts';

/** Short ones could be found out from a single credential, which every guest is given. */
const LEAST_LENGTH = 16;

/** The secret for the TURN servers of this configuration, if it needs one; throws where the two don't fit together. */
export function turnSecretFor({
  turnSecretFile,
  iceServers,
  iceTransportPolicy,
  guards,
}: Configuration): string | null {
  const turnSecret = readTurnSecret(turnSecretFile);
  const { turnMs } = { ...DEFAULT_GUARDS, ...guards };
  const problem = iceProblem({ iceServers, iceTransportPolicy, turnSecret, turnMs });
  if (problem !== null) throw new ConfigurationError(problem);
  return turnSecret;
}

/**
 * The secret that the TURN servers share, out of a file or the variable PARLEY_TURN_SECRET; null where neither is given.
 * Never a flag: a command line can be read by everybody on the machine.
 */
function readTurnSecret(file: string | undefined): string | null {
  const variable = process.env.PARLEY_TURN_SECRET ?? '';
  if (variable !== '' && file !== undefined) {
    throw new ConfigurationError('Give either --turn-secret-file or PARLEY_TURN_SECRET, not both.');
  }
  if (variable === '' && file === undefined) return null;
  const secret = file === undefined ? variable : readSecretFile(file);
  if (secret.length >= LEAST_LENGTH) return secret;
  throw new ConfigurationError(`The TURN secret must have ${LEAST_LENGTH} characters or more.`);
}

function readSecretFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigurationError('--turn-secret-file must be a file that can be read.');
  }
}
