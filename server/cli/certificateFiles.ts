import type { Millis } from '#protocol/ids.ts';

import type { ParleyServer } from '../createServer.ts';
import { kindOf, type Log } from '../logging.ts';
import { type CertificatePair, certificateProblem, endOfCertificate } from '../transport/certificate.ts';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './problem.ts';
import { textOf } from './textFile.ts';

/** Milliseconds before its end from which a certificate is warned of. */
const WARN_MS = 14 * 86_400_000;

type Files = Pick<Configuration, 'tlsCert' | 'tlsKey'>;

/** The pair that is configured; null for none. Throws a {@link ConfigurationError} where it can't be served. */
export function readCertificatePair({ tlsCert, tlsKey }: Files, now: Millis = Date.now()): CertificatePair | null {
  if (tlsCert === null && tlsKey === null) return null;
  if (tlsCert === null) throw ConfigurationError.of('--tls-key', 'needs --tls-cert beside it.');
  if (tlsKey === null) throw ConfigurationError.of('--tls-cert', 'needs --tls-key beside it.');
  const pair = { certificate: textOf(tlsCert, '--tls-cert'), key: textOf(tlsKey, '--tls-key') };
  const problem = certificateProblem(pair, now);
  if (problem !== null) throw ConfigurationError.of(problem.of === 'key' ? tlsKey : tlsCert, problem.what);
  return pair;
}

/** Says until when the certificate is good, louder when that is soon. */
export function noteCertificate(pair: CertificatePair, log: Log, message: string): void {
  const end = endOfCertificate(pair);
  const fields = { goodUntil: new Date(end).toISOString() };
  if (end - Date.now() < WARN_MS) log.warn(fields, `${message}, and it ends soon`);
  else log.info(fields, message);
}

/**
 * At SIGHUP the files are read anew. A pair that can't be served changes nothing; nobody loses a connection either way.
 * Without TLS there is nothing to renew, but a service that is reloaded must not end by it; in a terminal that is closed
 * it should.
 */
export function renewOnSignal(files: Files, server: ParleyServer, log: Log): void {
  if (files.tlsCert === null && process.stdout.isTTY) return;
  process.on('SIGHUP', () => {
    try {
      const pair = readCertificatePair(files);
      if (pair === null) {
        log.info({}, 'nothing to renew');
        return;
      }
      server.renewCertificate(pair);
      noteCertificate(pair, log, 'certificate renewed');
    } catch (error) {
      const problem = error instanceof ConfigurationError ? error.message : kindOf(error);
      log.error({ problem }, 'certificate not renewed: the one before stays');
    }
  });
}
