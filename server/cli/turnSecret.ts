import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './problem.ts';
import { textOf } from './textFile.ts';

/** Short ones could be found out from a single credential, which every guest is given. */
const LEAST_LENGTH = 16;

/** The secret that the TURN servers share, from where it was said to be; null for none. */
export function turnSecretOf({
  turnSecret,
  turnSecretFile,
}: Pick<Configuration, 'turnSecret' | 'turnSecretFile'>): string | null {
  if (turnSecret !== null && turnSecretFile !== null) {
    throw ConfigurationError.of('--turn-secret-file', 'and PARLEY_TURN_SECRET are two secrets: give one, not both.');
  }
  if (turnSecretFile === null) return turnSecret;
  const kept = textOf(turnSecretFile, '--turn-secret-file').trim();
  if (kept.length >= LEAST_LENGTH) return kept;
  throw ConfigurationError.of(turnSecretFile, `must hold a secret of ${LEAST_LENGTH} characters or more.`);
}
