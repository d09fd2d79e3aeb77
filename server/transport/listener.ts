import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { serveRequest } from './http.ts';
import type { Services } from './services.ts';
import type { Sockets } from './sockets.ts';

/** Milliseconds that a request may take to arrive, and to arrive with its headers. */
const REQUEST_MS = 10_000;
const HEADERS_MS = 5_000;

/** The port. Moves between interfaces without losing a connection. */
export class Listener {
  readonly #services: Services;
  readonly #sockets: Sockets;
  #server: Server | null = null;
  #host = '';
  #port = 0;

  constructor(services: Services, sockets: Sockets) {
    this.#services = services;
    this.#sockets = sockets;
  }

  get host(): string {
    return this.#host;
  }

  get port(): number {
    return this.#port;
  }

  /** Rejects where the address can't be had. */
  async listen(host: string, port: number): Promise<void> {
    const server = createServer((request, response) => void serveRequest(this.#services, request, response));
    server.requestTimeout = REQUEST_MS;
    server.headersTimeout = HEADERS_MS;
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

  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections?.();
    this.#server = null;
  }
}
