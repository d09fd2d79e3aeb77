import { ConfigurationError } from './configuration.ts';
import { keyFromFile } from './keyFile.ts';

/** `whsec_` and base64, as in the Standard Webhooks specification. */
const SECRET = /^whsec_([A-Za-z0-9+/]{32,128}={0,2})$/;

/** The secret of the environment; else one that is made at the first start and kept in the file. */
export function webhookSecret(given: string | undefined, file: string): Uint8Array {
  if (given === undefined || given === '') return Buffer.from(keyFromFile(file), 'base64url');
  const text = SECRET.exec(given)?.[1];
  if (text === undefined)
    throw new ConfigurationError('PARLEY_WEBHOOK_SECRET must be whsec_ and 24 bytes or more in base64.');
  return Buffer.from(text, 'base64');
}
