import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { type WebSocket, WebSocketServer } from 'ws';

import { PROTOCOL } from '#protocol/wire/frame.ts';

import { messageOf } from '../rooms/frames.ts';
import { within } from '../within.ts';
import { senderOf } from './address.ts';
import { Connection, type ConnectionHandlers, type FrameHandlers } from './connection.ts';
import { Heartbeat } from './heartbeat.ts';
import { greet } from './hello.ts';
import { IceRefresh } from './iceRefresh.ts';
import { serveFrame } from './insideFrames.ts';
import { type Drain, DRAIN_MS } from './drain.ts';
import { refusalOfOrigin } from './origin.ts';
import type { Services } from './services.ts';
import { serveWaiting } from './waitingFrames.ts';

/** Milliseconds that a closing handshake may take. */
const CLOSE_MS = 5_000;

/** Fragments of one message. */
const MOST_FRAGMENTS = 16;

const HANDLERS: FrameHandlers = {
  hello: (connection, frame) => void greet(connection, frame),
  frame: serveFrame,
  waiting: serveWaiting,
};

/** In a value of its own, because the types of ws do not know all of its options yet. */
const webSocketOptions = (frame: number) => ({
  noServer: true,
  // Up to twice the limit a frame is still read, so that its sender can be told what was wrong with it.
  maxPayload: 2 * frame,
  perMessageDeflate: false,
  maxFragments: MOST_FRAGMENTS,
  closeTimeout: CLOSE_MS,
  // We know them all ourselves.
  clientTracking: false,
  handleProtocols: (offered: Set<string>) => (offered.has(PROTOCOL) ? PROTOCOL : (false as const)),
});

/** All WebSocket connections of the server, whichever listener they came through. */
export class Sockets {
  readonly #services: Services;
  readonly #connections = new Set<Connection>();
  readonly #server: WebSocketServer;
  readonly #heartbeat: Heartbeat;
  readonly #iceRefresh: IceRefresh;
  readonly #handlers: ConnectionHandlers;
  #onEmpty: (() => void) | null = null;

  constructor(services: Services) {
    this.#services = services;
    this.#heartbeat = new Heartbeat(services.settings, this.#connections);
    this.#iceRefresh = new IceRefresh(services.settings, this.#connections);
    const closed = (connection: Connection): void => {
      this.#connections.delete(connection);
      if (this.#connections.size === 0) this.#onEmpty?.();
    };
    this.#handlers = { ...HANDLERS, closed };
    this.#server = new WebSocketServer(webSocketOptions(services.settings.limits.frame));
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Takes a request to upgrade over, or answers it with an HTTP error. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#refusal(request);
    if (refusal) {
      const body = JSON.stringify({ code: refusal.code, message: refusal.message });
      socket.on('error', () => {});
      socket.end(
        `HTTP/1.1 ${refusal.status}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      this.#accept(webSocket, senderOf(request, this.#services.settings.trustedProxies));
    });
  }

  /** Tells everybody to come back later; settles when all are gone, or have had the time to go. */
  async drain({ retryAfterMs, server, mostMs = DRAIN_MS }: Drain): Promise<void> {
    const frame = JSON.stringify({ type: 'draining', retryAfterMs, ...(server !== undefined && { server }) });
    for (const connection of this.#connections) {
      connection.send(frame);
      connection.close('draining');
    }
    if (this.#connections.size === 0) return;
    const gone = new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    await within(this.#services.settings.clock, mostMs, gone).catch(() => {});
  }

  close(): void {
    this.#heartbeat.stop();
    this.#iceRefresh.stop();
    for (const connection of this.#connections) connection.cut();
    this.#server.close();
  }

  #accept(webSocket: WebSocket, address: string): void {
    this.#connections.add(new Connection(webSocket, address, this.#services, this.#handlers));
  }

  #refusal(request: IncomingMessage): { status: string; code: string; message: string } | null {
    const origin = refusalOfOrigin(request, this.#services.settings);
    if (origin) return { status: '403 Forbidden', code: origin, message: messageOf({ code: origin }) };
    if (request.url !== '/ws')
      return { status: '404 Not Found', code: 'bad-request', message: 'WebSockets are at /ws.' };
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (offered.includes(PROTOCOL)) return null;
    return { status: '400 Bad Request', code: 'protocol-version', message: `The subprotocol is ${PROTOCOL}.` };
  }
}
