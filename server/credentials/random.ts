import { createHash, randomBytes } from 'node:crypto';

/** `bytes` of randomness in base64url. */
export const randomToken = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** SHA-256 of the text's UTF-8, in base64url. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');
