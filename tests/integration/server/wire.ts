// A participant with nothing but a WebSocket and HTTP. Knows the protocol from docs/protocol.md alone: nothing of the
// project's is imported here, so that a change of the wire is noticed here first.
import { WebSocket } from 'ws';

/** A frame, or an event in one, as it came: what tests look at by name, and whatever else is in it. */
export interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly code?: string;
  readonly n?: number;
  readonly rev?: number;
  readonly at?: number;
  readonly participantId?: string;
  readonly sessionId?: string;
  readonly incarnation?: string;
  readonly resumeToken?: string;
  readonly snapshot?: Snapshot | null;
  readonly events?: readonly Frame[];
  readonly [field: string]: unknown;
}

export interface Snapshot {
  readonly rev: number;
  readonly incarnation: string;
  readonly phase: string;
  readonly participants: Readonly<Record<string, { readonly name: string; readonly connection: string }>>;
  readonly [field: string]: unknown;
}

const WAIT_MS = 20_000;

/** One WebSocket: everything that came over it, and waiting for what has not come yet. */
export class Wire {
  readonly socket: WebSocket;
  /** Everything that came, but for pings. */
  readonly frames: Frame[] = [];
  /** Settles with the close code when the connection is gone. */
  readonly closed: Promise<number>;
  answersPings = true;
  #taken = 0;
  #listeners = new Set<() => void>();

  constructor(
    address: string,
    options: {
      readonly subprotocol?: string;
      readonly headers?: Record<string, string>;
      /** Over TLS, trusting this certificate. */
      readonly ca?: string;
    } = {},
  ) {
    const { subprotocol = 'parley.v1', headers = {}, ca } = options;
    this.socket =
      ca === undefined
        ? new WebSocket(`ws://${address}/ws`, subprotocol, { headers })
        : new WebSocket(`wss://${address}/ws`, subprotocol, { headers, ca });
    this.socket.on('message', (message) => {
      this.#take(JSON.parse((message as Buffer).toString('utf8')) as Frame);
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code) => {
        resolve(code);
        this.#tell();
      });
    });
    this.socket.on('error', () => {});
  }

  static async open(address: string, options?: ConstructorParameters<typeof Wire>[1]): Promise<Wire> {
    const wire = new Wire(address, options);
    await new Promise<void>((resolve, reject) => {
      wire.socket.once('open', resolve);
      wire.socket.once('error', reject);
    });
    return wire;
  }

  get isClosed(): boolean {
    return this.socket.readyState === WebSocket.CLOSED;
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  /** The next frame, of those not taken yet, that is of one of the types; those before it are passed over. */
  async next(...types: readonly string[]): Promise<Frame> {
    return this.nextThat((frame) => types.includes(frame.type), types.join(' or '));
  }

  async nextThat(matches: (frame: Frame) => boolean, what: string): Promise<Frame> {
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const index = this.frames.findIndex((frame, at) => at >= this.#taken && matches(frame));
      const found = this.frames[index];
      if (found) {
        this.#taken = index + 1;
        return found;
      }
      if (this.isClosed) throw new Error(`closed without ${what}; came ${this.#summary()}`);
      if (Date.now() >= deadline) throw new Error(`no ${what}; came ${this.#summary()}`);
      await this.#change(deadline - Date.now());
    }
  }

  /** The next event of the type, wherever it is in its `events` frame. */
  async event(type: string): Promise<Frame> {
    const has = (frame: Frame) => frame.type === 'events' && (frame.events ?? []).some((event) => event.type === type);
    const { events = [] } = await this.nextThat(has, `event ${type}`);
    return events.find((event) => event.type === type) as Frame;
  }

  /** Sends a command and waits for its answer. */
  async command(command: Frame & { readonly id: string }): Promise<Frame> {
    this.send(command);
    return this.nextThat(
      ({ type, id }) => (type === 'ok' || type === 'error') && id === command.id,
      `answer to ${command.id}`,
    );
  }

  /** A round trip: everything that the server sent before has come when it settles. */
  async settle(): Promise<void> {
    const n = Math.floor(Math.random() * 1e9);
    this.send({ type: 'ping', n });
    const deadline = Date.now() + WAIT_MS;
    while (!this.frames.some((frame) => frame.type === 'pong' && frame.n === n)) {
      if (this.isClosed || Date.now() >= deadline) throw new Error(`no pong; came ${this.#summary()}`);
      await this.#change(deadline - Date.now());
    }
  }

  /** All events that came, in order. */
  get events(): readonly Frame[] {
    return this.frames.filter(({ type }) => type === 'events').flatMap(({ events }) => events ?? []);
  }

  count(type: string): number {
    return this.frames.filter((frame) => frame.type === type).length;
  }

  #take(frame: Frame): void {
    if (frame.type === 'ping') {
      if (this.answersPings) this.send({ type: 'pong', n: frame.n });
      return;
    }
    this.frames.push(frame);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#listeners.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#listeners.add(done);
    });
  }

  #summary(): string {
    return JSON.stringify(this.frames.map(({ type, code }) => (code === undefined ? type : `${type} ${code}`)));
  }
}
