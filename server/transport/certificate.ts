import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';

import type { Millis } from '#protocol/ids.ts';

/** A certificate with all that lead to its root, and its key without passphrase, both in PEM. */
export interface CertificatePair {
  readonly certificate: string;
  readonly key: string;
}

/** What TLS is served with: nothing that browsers and the app no longer take. */
export const TLS_OPTIONS = { minVersion: 'TLSv1.2' } as const;

/** Something in a pair that keeps it from being served: which of the two, and what, to follow on its name. */
export interface CertificateProblem {
  readonly of: keyof CertificatePair;
  readonly what: string;
}

/** What is wrong with the pair at `now`; null if it can be served. Tells nothing of the key. */
export function certificateProblem({ certificate, key }: CertificatePair, now: Millis): CertificateProblem | null {
  const leaf = parsed(() => new X509Certificate(certificate));
  if (leaf === null) return { of: 'certificate', what: 'holds no certificate in PEM.' };
  const privateKey = parsed(() => createPrivateKey(key));
  if (privateKey === null) {
    const locked = /ENCRYPTED/.test(key);
    return { of: 'key', what: locked ? 'is locked by a passphrase: give it without.' : 'holds no private key in PEM.' };
  }
  return pairProblem(leaf, privateKey, { certificate, key }, now);
}

function pairProblem(
  leaf: X509Certificate,
  privateKey: KeyObject,
  { certificate, key }: CertificatePair,
  now: Millis,
): CertificateProblem | null {
  if (!leaf.checkPrivateKey(privateKey)) {
    return { of: 'key', what: 'is not the key of this certificate, which must be the first in its file.' };
  }
  if (Date.parse(leaf.validTo) <= now)
    return { of: 'certificate', what: `is good no longer: it ended on ${leaf.validTo}.` };
  if (Date.parse(leaf.validFrom) > now) {
    return { of: 'certificate', what: `is not good yet: it begins on ${leaf.validFrom}. Is the clock right?` };
  }
  const context = parsed(() => createSecureContext({ cert: certificate, key, ...TLS_OPTIONS }));
  return context === null
    ? { of: 'certificate', what: 'can not be served: a part of its chain is broken, or its key too short.' }
    : null;
}

/** When the pair's certificate ends. */
export const endOfCertificate = ({ certificate }: CertificatePair): Millis =>
  Date.parse(new X509Certificate(certificate).validTo);

/** OpenSSL throws at what it can't read. */
function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
