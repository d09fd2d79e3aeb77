// An integrator's program: HTTP with an API key. Knows docs/api.md alone, but for the making of keys.
import { type ApiPermission, newApiKey } from '#server/credentials/apiKeys.ts';
import { startServer, type TestServer, type TestServerOptions } from '#tests/fixtures/server.ts';

import { type HttpAnswer, post, TestRoom } from '../testRoom.ts';

/** Requests by the holder of one key. */
export class Integrator {
  readonly address: string;
  readonly key: string;

  constructor(address: string, key: string) {
    this.address = address;
    this.key = key;
  }

  get(path: string): Promise<HttpAnswer> {
    return post(this.address, `/v1/api${path}`, '', { authorization: `Bearer ${this.key}` }, 'GET');
  }

  post(path: string, body: unknown = '', idempotencyKey?: string): Promise<HttpAnswer> {
    return post(this.address, `/v1/api${path}`, body, {
      authorization: `Bearer ${this.key}`,
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    });
  }
}

export interface IntegratedServer {
  readonly server: TestServer;
  readonly integrator: Integrator;
}

/** A server that knows one key, which may do everything unless told otherwise. */
export async function startIntegrated(
  options: TestServerOptions = {},
  may?: readonly ApiPermission[],
): Promise<IntegratedServer> {
  const { key, entry } = newApiKey('test', may);
  const server = await startServer({ apiKeys: [entry], ...options });
  return { server, integrator: new Integrator(server.address, key) };
}

/** Such a server, with a room of Ana's on it in which Ben is a guest. */
export async function startIntegratedRoom() {
  const { server, integrator } = await startIntegrated({ storage: 'sqlite' });
  const room = await TestRoom.create(server.address);
  return { server, integrator, room, ana: await room.host('Ana'), ben: await room.guest('Ben') };
}
