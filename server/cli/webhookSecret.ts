import { keyFromFile } from './keyFile.ts';

/**
 * The given secret, `whsec_` and base64 as in the Standard Webhooks specification; else one that is made at the first
 * start and kept in the file.
 */
export function webhookSecret(given: string | null, file: string): Uint8Array {
  if (given === null) return Buffer.from(keyFromFile(file), 'base64url');
  return Buffer.from(given.slice('whsec_'.length), 'base64');
}
