import type { Server, ServerResponse } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { CertificatePair } from './certificate.ts';
import { within } from '../within.ts';
import { serveRequest } from './http.ts';
import { openPort, renewCertificate } from './port.ts';
import type { Services } from './services.ts';
import type { Sockets } from './sockets.ts';

/** The port. Moves between interfaces without losing a connection. */
export class Listener {
  readonly #services: Services;
  readonly #sockets: Sockets;
  readonly #answering = new Set<ServerResponse>();
  #onAnswered = (): void => {};
  #server: Server | TlsServer | null = null;
  #pair: CertificatePair | null;
  #host = '';
  #port = 0;

  constructor(services: Services, sockets: Sockets) {
    this.#services = services;
    this.#sockets = sockets;
    this.#pair = services.settings.tls;
  }

  get host(): string {
    return this.#host;
  }

  get port(): number {
    return this.#port;
  }

  /** Rejects where the address can't be had. */
  async listen(host: string, port: number): Promise<void> {
    const server = openPort(this.#pair, (request, response) => {
      this.#answering.add(response);
      // Also where it was cut off.
      response.once('close', () => {
        this.#answering.delete(response);
        if (this.#answering.size === 0) this.#onAnswered();
      });
      void serveRequest(this.#services, request, response);
    });
    server.on('upgrade', (request, socket, head) => {
      this.#sockets.upgrade(request, socket, head);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
    server.on('error', () => {
      this.#services.settings.log.warn({}, 'listener failed');
    });
    this.#server = server;
    this.#host = host;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** The same port on other interfaces. Where that fails everything is as before, and the promise rejects. */
  async rebind(host: string): Promise<void> {
    if (host === this.#host) return;
    const before = this.#host;
    // Only the listening stops; who is connected stays. Both at once can't have the port.
    this.#server?.close();
    try {
      await this.listen(host, this.#port);
    } catch (error) {
      await this.listen(before, this.#port);
      throw error;
    }
  }

  /** What comes from now on is served with this pair. Nothing changes where there was none: TLS is chosen at the start. */
  renew(pair: CertificatePair): void {
    if (this.#pair === null) return;
    this.#pair = pair;
    renewCertificate(this.#server, pair);
  }

  /** Nobody new from now on; who waits for an answer gets it, or has had the time that storage has for it. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    server?.close();
    if (this.#answering.size > 0) {
      const { clock, guards } = this.#services.settings;
      const answered = new Promise<void>((resolve) => {
        this.#onAnswered = resolve;
      });
      await within(clock, guards.storageMs, answered).catch(() => {});
    }
    server?.closeAllConnections?.();
  }
}
