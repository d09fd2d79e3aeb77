import type { ClientEnvironment, Socket, SocketHandlers } from '#client/contract.ts';
import { nodeEnvironment } from '#tests/fixtures/nodeEnvironment.ts';

/** One direction of a connection: what is sent first arrives first, however long each takes. */
class Lane {
  #tail: Promise<void> = Promise.resolve();

  run(ms: number, event: () => void): void {
    this.#tail = this.#pass(this.#tail, performance.now() + ms, event);
  }

  async #pass(before: Promise<void>, due: number, event: () => void): Promise<void> {
    await before;
    const left = due - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    event();
  }
}

interface Line {
  readonly socket: Socket;
  /** Nothing comes or goes over it any more, and nobody is told. */
  cut: boolean;
}

/** One person's way to the server, which a test can cut, block, and listen in on. */
export class Network {
  /** Everything that went over the wire, either way, as text. */
  readonly wire: string[] = [];
  /** Sockets that were asked for. */
  dialled = 0;
  /** What is dropped on its way in; everything else passes. */
  dropIncoming: (text: string) => boolean = () => false;
  /** Milliseconds that a frame takes, either way, drawn for each; null: none, and no turn of the event loop either. */
  latency: (() => number) | null = null;
  readonly #real = nodeEnvironment();
  readonly #lines = new Set<Line>();
  readonly #held: (() => void)[] = [];
  #down = false;
  #holding = false;

  environment(overrides: Partial<ClientEnvironment> = {}): ClientEnvironment {
    return {
      ...this.#real,
      // Short waits, and none at zero: a server that is away is not asked thousands of times.
      random: () => 0.05,
      connect: (url, subprotocol, handlers) => this.#connect(url, subprotocol, handlers),
      post: (url, body, bearer) =>
        this.#down ? Promise.reject(new Error('no network')) : this.#real.post(url, body, bearer),
      ...overrides,
    };
  }

  /** Breaks every connection at once, as a pulled cable that both sides notice. */
  cut(): void {
    for (const { socket } of this.#lines) socket.terminate();
  }

  /** Nothing gets through any more, and what is there breaks. */
  down(): void {
    this.#down = true;
    this.cut();
  }

  up(): void {
    this.#down = false;
  }

  /** What is there goes silent both ways without breaking; new connections work. */
  blackhole(): void {
    for (const line of this.#lines) line.cut = true;
  }

  /** Sockets asked for from now on open only when `letThrough` is called: a slow network. */
  hold(): void {
    this.#holding = true;
  }

  letThrough(): void {
    this.#holding = false;
    for (const open of this.#held.splice(0)) open();
  }

  #connect(url: string, subprotocol: string, handlers: SocketHandlers): Socket {
    this.dialled += 1;
    // Where nothing is listening: the environment's own way to fail.
    const where = this.#down ? 'ws://127.0.0.1:1/ws' : url;
    const [there, back] = [new Lane(), new Lane()];
    const socket = this.#real.connect(where, subprotocol, {
      onOpen: () => this.#inTime(() => handlers.onOpen()),
      onText: (text) => {
        if (line.cut || this.dropIncoming(text)) return;
        this.wire.push(text);
        this.#over(back, () => this.#inTime(() => handlers.onText(text)));
      },
      onClose: (code) => {
        this.#lines.delete(line);
        if (!line.cut) this.#over(back, () => handlers.onClose(code));
      },
    });
    const line: Line = { socket, cut: false };
    this.#lines.add(line);
    return {
      send: (text) => {
        if (line.cut) return;
        this.wire.push(text);
        this.#over(there, () => socket.send(text));
      },
      close: (code) => socket.close(code),
      terminate: () => socket.terminate(),
    };
  }

  #over(lane: Lane, event: () => void): void {
    if (this.latency === null) event();
    else lane.run(this.latency(), event);
  }

  #inTime(event: () => void): void {
    if (this.#holding) this.#held.push(event);
    else event();
  }
}
