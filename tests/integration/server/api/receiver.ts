// An integrator's webhook receiver. Knows docs/api.md alone.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivered {
  readonly id: string;
  readonly genuine: boolean;
  readonly timestamp: number;
  readonly body: { readonly type: string; readonly room: string; readonly [field: string]: unknown };
}

/** Takes down all that is posted to it, refuses what it is told to, and can be waited for. */
export class Receiver {
  /** In the order in which they came, refused ones among them. */
  readonly attempts: Delivered[] = [];
  readonly taken: Delivered[] = [];
  readonly #server: Server;
  readonly #secret: Uint8Array;
  readonly #listeners = new Set<() => void>();
  /** The status that the next request of this many before it is answered with. */
  answer: (delivered: Delivered, before: number) => number | null = () => 204;

  private constructor(secret: Uint8Array) {
    this.#secret = secret;
    this.#server = createServer((request, response) => void this.#receive(request, response));
  }

  static async start(secret: Uint8Array): Promise<Receiver> {
    const receiver = new Receiver(secret);
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** Settles when the condition holds, which is looked at after each request. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        const listener = () => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const delivered = this.#read(request, Buffer.concat(chunks).toString('utf8'));
    const status = this.answer(delivered, this.attempts.length);
    this.attempts.push(delivered);
    if (status !== null && status < 300) this.taken.push(delivered);
    // Null: it never answers.
    if (status !== null) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    for (const listener of this.#listeners) listener();
  }

  #read({ headers }: IncomingMessage, text: string): Delivered {
    const id = headers['webhook-id'] as string;
    const timestamp = headers['webhook-timestamp'] as string;
    const expected = createHmac('sha256', this.#secret).update(`${id}.${timestamp}.${text}`).digest();
    const presented = Buffer.from((headers['webhook-signature'] as string).replace(/^v1,/, ''), 'base64');
    const genuine = presented.length === expected.length && timingSafeEqual(presented, expected);
    return { id, genuine, timestamp: Number(timestamp), body: JSON.parse(text) as Delivered['body'] };
  }
}
