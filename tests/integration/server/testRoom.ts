// Rooms and people, over HTTP and WebSocket as docs/protocol.md has them; see wire.ts.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';

import { type Frame, Wire } from './wire.ts';

/** The body of an answer. */
export interface Body {
  readonly code?: string;
  readonly room?: string;
  readonly token?: string;
  readonly principal?: string;
  readonly [field: string]: unknown;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Body;
  readonly headers: IncomingHttpHeaders;
}

/** On a connection of its own: one that is kept alive may be that of a server which is gone by now. */
export function post(
  address: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `http://${address}${path}`,
      { method, agent: false, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const answer = text === '' ? {} : (JSON.parse(text) as Body);
          resolve({ status: response.statusCode ?? 0, body: answer, headers: response.headers });
        });
      },
    );
    request.on('error', reject);
    request.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

export const secret = (): string => randomBytes(32).toString('base64url');

/** What guests present, from the invite link's secret. */
export const inviteKeyOf = (linkSecret: string): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(linkSecret, 'base64url'), '', 'parley/invite/v1', 32)).toString(
    'base64url',
  );

/** Who somebody is to one server. */
export const proofOf = (identity: string, address: string): string =>
  createHmac('sha256', Buffer.from(identity, 'base64url')).update(`parley/identity/v1 ${address}`).digest('base64url');

export interface Joined {
  readonly wire: Wire;
  readonly welcome: Frame;
  readonly name: string;
  readonly id: string;
  /** The identity proof, by which the same person comes again. */
  readonly proof: string;
  readonly token: string;
}

/** A room and the way in. */
export class TestRoom {
  readonly address: string;
  readonly id: string;
  readonly inviteKey: string;
  /** The host's identity proof. */
  readonly hostProof: string;
  readonly #hostToken: string;

  private constructor(address: string, id: string, inviteKey: string, hostProof: string, hostToken: string) {
    this.address = address;
    this.id = id;
    this.inviteKey = inviteKey;
    this.hostProof = hostProof;
    this.#hostToken = hostToken;
  }

  static async create(address: string): Promise<TestRoom> {
    const inviteKey = inviteKeyOf(secret());
    const identity = proofOf(secret(), address);
    const { status, body } = await post(address, '/v1/rooms', { identity, inviteKey });
    if (status !== 201) throw new Error(`room not created: ${status} ${JSON.stringify(body)}`);
    return new TestRoom(address, body.room as string, inviteKey, identity, body.token as string);
  }

  /** Exchanges the invite for a token; for somebody new unless told who. */
  async token(proof = proofOf(secret(), this.address)): Promise<{ readonly proof: string; readonly token: string }> {
    const { status, body } = await this.exchange(proof);
    if (status !== 200) throw new Error(`no token: ${status} ${JSON.stringify(body)}`);
    return { proof, token: body.token as string };
  }

  exchange(proof: string): Promise<HttpAnswer> {
    return post(this.address, `/v1/rooms/${this.id}/join-tokens`, { identity: proof, inviteKey: this.inviteKey });
  }

  hello(token: string, name: string): Frame {
    const media = { microphone: true, camera: true, screen: false };
    return { type: 'hello', protocol: 'parley.v1', clientId: 'test', room: this.id, token, name, media };
  }

  /** Joins by a token of whoever it is, and waits for the welcome. */
  async enter(name: string, token: string, proof: string): Promise<Joined> {
    const wire = await this.knock(name, token);
    const welcome = await wire.next('welcome', 'refused');
    if (welcome.type === 'refused') throw new Error(`refused: ${welcome.code ?? ''}`);
    return { wire, welcome, name, id: welcome.participantId as string, proof, token };
  }

  /** Says hello with a token and waits for nothing. */
  knock(name: string, token: string): Promise<Wire> {
    return this.knockAs(this.hello(token, name));
  }

  async knockAs(hello: Frame): Promise<Wire> {
    const wire = await Wire.open(this.address);
    wire.send(hello);
    return wire;
  }

  /** A guest whom somebody, who may, lets in past the lobby. */
  async guestPast(host: Joined, name: string): Promise<Joined> {
    const proof = proofOf(secret(), this.address);
    const { body } = await this.exchange(proof);
    const token = body.token as string;
    const wire = await this.knock(name, token);
    await wire.next('waiting');
    await host.wire.command({ type: 'admit', id: `past-${name}`, principal: body.principal });
    const welcome = await wire.next('welcome');
    return { wire, welcome, name, id: welcome.participantId as string, proof, token };
  }

  host(name = 'Ana'): Promise<Joined> {
    return this.enter(name, this.#hostToken, this.hostProof);
  }

  async guest(name: string, proof?: string): Promise<Joined> {
    const { token, proof: own } = await this.token(proof);
    return this.enter(name, token, own);
  }

  /** What a fresh join by this person is answered with: `welcome`, or the code of the refusal, over HTTP or here. */
  async outcomeOfJoin(proof: string): Promise<string> {
    const { status, body } = await this.exchange(proof);
    if (status !== 200) return body.code as string;
    return this.outcomeOfToken(body.token as string);
  }

  async outcomeOfToken(token: string): Promise<string> {
    const wire = await this.knock('Somebody', token);
    const answer = await wire.next('welcome', 'refused');
    return answer.type === 'welcome' ? 'welcome' : (answer.code as string);
  }

  /** Says hello with the session of a welcome and waits for nothing. */
  async resume(welcome: Frame, rev: number, token = welcome.resumeToken as string): Promise<Wire> {
    const wire = await Wire.open(this.address);
    const { sessionId, incarnation } = welcome;
    const resume = { sessionId, token, incarnation, rev };
    wire.send({ type: 'hello', protocol: 'parley.v1', clientId: 'test', room: this.id, resume });
    return wire;
  }
}
