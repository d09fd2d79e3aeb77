// A client as somebody writes it who has docs/protocol.md and a WebSocket, and nothing of this project: only the server
// that it talks to is started by the project's own fixture.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

type Json = Record<string, unknown>;
interface Person {
  readonly name: string;
  readonly connection: string;
}
interface Room {
  rev: number;
  incarnation: string;
  phase: string;
  participants: Record<string, Person>;
}

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.dispose());

const derive = (secret: Buffer, info: string) => Buffer.from(hkdfSync('sha256', secret, '', info, 32));

class Stranger {
  readonly #server: string;
  readonly #mediaKey: Buffer;
  readonly #inviteKey: string;
  readonly #proof: string;
  #socket: WebSocket | null = null;
  #room: Room | null = null;
  #me = '';
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

  get names(): readonly string[] {
    return Object.values(this.#room?.participants ?? {}).map(({ name }) => name);
  }

  async #post(path: string, body: Json): Promise<{ room: string; token: string }> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`http://${this.#server}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return (await answer.json()) as { room: string; token: string };
  }

  create(): Promise<{ room: string; token: string }> {
    return this.#post('/v1/rooms', { identity: this.#proof, inviteKey: this.#inviteKey });
  }

  exchange(room: string): Promise<{ room: string; token: string }> {
    return this.#post(`/v1/rooms/${room}/join-tokens`, { identity: this.#proof, inviteKey: this.#inviteKey });
  }

  async join({ room, token }: { room: string; token: string }, name: string): Promise<void> {
    const socket = new WebSocket(`ws://${this.#server}/ws`, 'parley.v1');
    this.#socket = socket;
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
    const media = { microphone: true, camera: true, screen: false };
    this.send({ type: 'hello', protocol: 'parley.v1', clientId: 'stranger', room, token, name, media });
    await this.has(({ type }) => type === 'welcome');
  }

  send(frame: Json): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  async has(matches: (frame: Json) => boolean): Promise<Json> {
    return vi.waitUntil(() => this.log.find(matches), { timeout: 10_000 });
  }

  #linkTo(other: string): string {
    return [this.#me, other].sort().join('~');
  }

  signal(to: string, generation: number, plain: string): void {
    const link = this.#linkTo(to);
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

  #take(frame: Json): void {
    this.log.push(frame);
    switch (frame.type) {
      case 'welcome':
        this.#me = frame.participantId as string;
        this.#room = frame.snapshot as Room;
        this.send({ type: 'ack-resume', token: frame.resumeToken });
        break;
      case 'events':
        this.#follow(frame);
        break;
      case 'snapshot':
        this.#room = frame.snapshot as Room;
        break;
      case 'ping':
        this.send({ type: 'pong', n: frame.n });
        break;
    }
  }

  #follow({ rev, events }: Json): void {
    const room = this.#room;
    if (room === null || rev !== room.rev + 1) {
      this.send({ type: 'get-snapshot' });
      return;
    }
    for (const event of events as Json[]) {
      room.rev += 1;
      const id = event.participant as string;
      if (event.type === 'participant-joined') {
        const participant = event.participant as Person & { readonly id: string };
        room.participants[participant.id] = participant;
      } else if (event.type === 'participant-left') {
        delete room.participants[id];
      } else if (event.type === 'participant-renamed') {
        room.participants[id] = { ...(room.participants[id] as Person), name: event.name as string };
      }
    }
  }
}

test('a client written from the document joins, gets events, relays a signal, is removed', async () => {
  const secret = randomBytes(32);
  const [ana, ben] = [new Stranger(server.address, secret), new Stranger(server.address, secret)];
  const created = await ana.create();
  await ana.join(created, 'Ana');
  await ben.join(await ben.exchange(created.room), 'Ben');
  expect(ben.names).toEqual(['Ana', 'Ben']);

  await expect.poll(() => ana.names).toEqual(['Ana', 'Ben']);
  ben.send({ type: 'rename', id: 'c-1', name: 'Benedict' });
  expect(await ben.has(({ type, id }) => type === 'ok' && id === 'c-1')).toMatchObject({ rev: 5 });
  await expect.poll(() => ana.names).toEqual(['Ana', 'Benedict']);

  const offer = JSON.stringify({ kind: 'steps', epoch: 'e', steps: [{ type: 'offer', sdp: 'v=0\r\n' }] });
  ben.signal(ana.me, 1, offer);
  const signal = await ana.has(({ type }) => type === 'signal');
  expect(signal).toMatchObject({ from: ben.me, generation: 1 });
  expect(JSON.stringify(signal)).not.toContain('v=0');
  expect(ana.open(signal)).toBe(offer);

  ana.send({ type: 'remove', id: 'c-2', participant: ben.me, reason: 'Thank you', bar: true });
  expect(await ana.has(({ id }) => id === 'c-2')).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.closeCode).toBe(4002);
  expect(ben.log.slice(-2)).toMatchObject([
    {
      type: 'removed-from-room',
      reason: 'Thank you',
      roomWasEnded: false,
      peerWhoRemoved: { name: 'Ana' },
      locked: true,
    },
    { type: 'meeting-left', reason: { code: 1002, type: 'REMOVE_PEER' } },
  ]);
  await expect.poll(() => ana.names).toEqual(['Ana']);
  await expect(ben.exchange(created.room)).rejects.toThrow('403');

  ana.send({ type: 'end-room', id: 'c-3', reason: '', lock: false });
  await expect.poll(() => ana.closeCode).toBe(4003);
  expect(ana.log.slice(-2)).toMatchObject([
    { type: 'ok', id: 'c-3' },
    { type: 'meeting-left', reason: { code: 1008 } },
  ]);
});
