// A client as somebody writes it who has docs/protocol.md and a WebSocket, and nothing of this project.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import { vi } from 'vitest';
import { WebSocket } from 'ws';

import { type Event, follow, type Json, type Room } from './room.ts';

/** How long anything is waited for, on a busy machine too. */
export const PATIENCE = { timeout: 20_000 } as const;

const derive = (secret: Buffer, info: string) => Buffer.from(hkdfSync('sha256', secret, '', info, 32));

export interface Ticket {
  readonly room: string;
  readonly token: string;
  readonly refusal: string | null;
}

export interface Comparison {
  readonly told: Room;
  readonly kept: Room;
}

export class Stranger {
  readonly #server: string;
  readonly #mediaKey: Buffer;
  readonly #inviteKey: string;
  readonly #proof: string;
  #socket: WebSocket | null = null;
  #commands = 0;
  #me = '';
  #comparison: Comparison | null = null;
  #session: Json = {};
  /** As it is kept by events alone; null until the first welcome. */
  room: Room | null = null;
  readonly log: Json[] = [];
  closeCode: number | null = null;

  constructor(address: string, inviteSecret: Buffer) {
    this.#server = address;
    this.#mediaKey = derive(inviteSecret, 'parley/media/v1');
    this.#inviteKey = derive(inviteSecret, 'parley/invite/v1').toString('base64url');
    const identity = randomBytes(32);
    this.#proof = createHmac('sha256', identity).update(`parley/identity/v1 ${address}`).digest('base64url');
  }

  get me(): string {
    return this.#me;
  }

  get principal(): string {
    return this.room?.participants[this.#me]?.principal ?? '';
  }

  get names(): readonly string[] {
    return Object.values(this.room?.participants ?? {}).map(({ name }) => name);
  }

  create(): Promise<Ticket> {
    return this.#post('/v1/rooms', { identity: this.#proof, inviteKey: this.#inviteKey });
  }

  /** For whoever is barred: with `appeal`, to ask to be let back in. */
  exchange(room: string, more: Json = {}): Promise<Ticket> {
    const body = { identity: this.#proof, inviteKey: this.#inviteKey, ...more };
    return this.#post(`/v1/rooms/${room}/join-tokens`, body);
  }

  async join(ticket: Ticket, name: string): Promise<void> {
    await this.knock(ticket, name);
    await this.has(({ type }) => type === 'welcome');
  }

  /** Says hello, and waits for what comes. */
  async knock({ room, token }: Ticket, name: string, more: Json = {}): Promise<void> {
    const media = { microphone: true, camera: true, screen: false };
    await this.#connect({ room, token, name, media, ...more });
  }

  /** Loses the connection, and comes back with what it has. */
  async resume(): Promise<void> {
    const { room } = this;
    this.#socket?.terminate();
    await vi.waitUntil(() => this.closeCode !== null, PATIENCE);
    this.closeCode = null;
    this.log.length = 0;
    const { sessionId, token, roomId } = this.#session;
    await this.#connect({ room: roomId, resume: { sessionId, token, incarnation: room?.incarnation, rev: room?.rev } });
    await this.has(({ type }) => type === 'welcome' || type === 'meeting-left');
  }

  send(frame: Json): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  /** Gives an order; its answer. */
  async order(type: string, fields: Json = {}): Promise<Json> {
    this.#commands += 1;
    const id = `c-${this.#commands}`;
    this.send({ type, id, ...fields });
    return this.has((frame) => frame.id === id);
  }

  /** The first frame that fits, as soon as there is one. */
  async has(matches: (frame: Json) => boolean): Promise<Json> {
    return vi.waitUntil(() => this.log.find(matches), PATIENCE);
  }

  /** The room as the server has it, and as it was kept here when that came. */
  async compared(): Promise<Comparison> {
    this.#comparison = null;
    this.send({ type: 'get-snapshot' });
    return vi.waitUntil(() => this.#comparison, PATIENCE);
  }

  signal(to: string, generation: number, plain: string): void {
    const link = [this.#me, to].sort().join('~');
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#mediaKey, iv).setAAD(Buffer.from(`${link} ${generation}`));
    const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    this.send({ type: 'signal', to, link, generation, data: sealed.toString('base64url') });
  }

  open({ link, generation, data }: Json): string {
    const whole = Buffer.from(data as string, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.#mediaKey, whole.subarray(0, 12))
      .setAAD(Buffer.from(`${link as string} ${generation as number}`))
      .setAuthTag(whole.subarray(-16));
    return Buffer.concat([decipher.update(whole.subarray(12, -16)), decipher.final()]).toString('utf8');
  }

  async #post(path: string, body: Json): Promise<Ticket> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`http://${this.#server}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Ticket;
  }

  async #connect(hello: Json): Promise<void> {
    const socket = new WebSocket(`ws://${this.#server}/ws`, 'parley.v1');
    this.#socket = socket;
    this.#session = { ...this.#session, roomId: hello.room };
    socket.on('message', (text: Buffer) => {
      this.#take(JSON.parse(text.toString('utf8')) as Json);
    });
    socket.on('close', (code) => {
      this.closeCode = code;
    });
    await new Promise((resolve, reject) => {
      socket.on('open', resolve);
      socket.on('error', reject);
    });
    this.send({ type: 'hello', protocol: 'parley.v1', clientId: 'stranger', ...hello });
  }

  #take(frame: Json): void {
    switch (frame.type) {
      case 'welcome':
        this.#me = frame.participantId as string;
        this.#session = { ...this.#session, sessionId: frame.sessionId, token: frame.resumeToken };
        if (frame.snapshot !== null) this.room = frame.snapshot as Room;
        this.send({ type: 'ack-resume', token: frame.resumeToken });
        break;
      case 'events':
        this.#follow(frame);
        break;
      case 'snapshot':
        this.#comparison = { told: frame.snapshot as Room, kept: this.room as Room };
        break;
      case 'ping':
        this.send({ type: 'pong', n: frame.n });
        break;
    }
    this.log.push(frame);
  }

  #follow({ rev, incarnation, events }: Json): void {
    for (const [at, event] of (events as readonly Event[]).entries()) {
      const number = (rev as number) + at;
      if (this.room === null || number <= this.room.rev) continue;
      if (number !== this.room.rev + 1) throw new Error(`a gap before ${number}`);
      this.room = { ...follow(this.room, event), incarnation: incarnation as string };
    }
  }
}
