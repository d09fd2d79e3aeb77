import { type RawData, WebSocket } from 'ws';

import type { Dialect, Ticket } from './dialect.ts';

/** In every frame that tells of somebody present, once for each of them, whichever server it is. */
const NAMED = Buffer.from('"name":"p-');

/** Somebody in a room, with as little of a client as can be told the truth by. */
export class Participant {
  readonly name: string;
  readonly ticket: Ticket;
  /** What the server calls them; known once they are in. */
  id = '';
  /** Of how many in the room they were told, themselves included. */
  known = 0;
  /** What comes, in phases that look at it more closely. */
  onFrame: ((frame: Buffer) => void) | null = null;
  onKnown: ((known: number) => void) | null = null;
  /** Frames are kept, to be read afterwards. */
  kept: Buffer[] | null = null;
  readonly socket: WebSocket;
  readonly opened: Promise<void>;

  constructor(ticket: Ticket, dialect: Dialect) {
    this.name = ticket.name;
    this.ticket = ticket;
    this.socket = new WebSocket(ticket.url, ticket.subprotocol ?? [], {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    this.socket.on('message', (message) => {
      const frame = message as Buffer;
      if (dialect.housekeep(frame, this)) return;
      if (this.onFrame) this.onFrame(frame);
      else this.#count(frame);
    });
    this.opened = this.#open(dialect);
    this.socket.on('error', () => {});
  }

  async #open({ greeting }: Dialect): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    if (greeting === null) return;
    this.socket.send(greeting.say);
    await new Promise<void>((resolve) => {
      const hear = (message: RawData): void => {
        if (!(message as Buffer).toString('latin1', 0, greeting.until.length).startsWith(greeting.until)) return;
        this.socket.off('message', hear);
        resolve();
      };
      this.socket.on('message', hear);
    });
  }

  say(text: string): void {
    this.socket.send(text);
  }

  join(): void {
    if (this.ticket.join !== null) this.socket.send(this.ticket.join);
  }

  /** Settles when the connection is gone. */
  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const gone = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.terminate();
    await gone;
  }

  #count(frame: Buffer): void {
    this.kept?.push(frame);
    let count = 0;
    for (let at = frame.indexOf(NAMED); at >= 0; at = frame.indexOf(NAMED, at + NAMED.length)) count += 1;
    if (count === 0) return;
    this.known += count;
    this.onKnown?.(this.known);
  }
}
