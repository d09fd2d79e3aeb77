import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';

import { type CertificatePair, TLS_OPTIONS } from './certificate.ts';

/** Milliseconds that a request may take to arrive, to arrive with its headers, and that TLS may take to begin. */
const REQUEST_MS = 10_000;
const HEADERS_MS = 5_000;
const HANDSHAKE_MS = 10_000;

/** A server for HTTP, or for HTTPS with this pair; not listening yet. */
export function openPort(pair: CertificatePair | null, serve: RequestListener): Server | TlsServer {
  const server =
    pair === null
      ? createServer(serve)
      : createTlsServer({ ...contextOf(pair), handshakeTimeout: HANDSHAKE_MS }, serve);
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = HEADERS_MS;
  return server;
}

/** Connections from now on are served with this pair; those that are open go on. */
export function renewCertificate(server: Server | TlsServer | null, pair: CertificatePair): void {
  if (server !== null && 'setSecureContext' in server) server.setSecureContext(contextOf(pair));
}

const contextOf = ({ certificate, key }: CertificatePair) => ({ cert: certificate, key, ...TLS_OPTIONS });
