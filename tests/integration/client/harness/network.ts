import type { ClientEnvironment, Socket, SocketHandlers } from '#client/contract.ts';
import { nodeEnvironment } from '#tests/fixtures/nodeEnvironment.ts';

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
    const socket = this.#real.connect(where, subprotocol, {
      onOpen: () => this.#inTime(() => handlers.onOpen()),
      onText: (text) => {
        if (line.cut || this.dropIncoming(text)) return;
        this.wire.push(text);
        this.#inTime(() => handlers.onText(text));
      },
      onClose: (code) => {
        this.#lines.delete(line);
        if (!line.cut) handlers.onClose(code);
      },
    });
    const line: Line = { socket, cut: false };
    this.#lines.add(line);
    return {
      send: (text) => {
        if (line.cut) return;
        this.wire.push(text);
        socket.send(text);
      },
      close: (code) => socket.close(code),
      terminate: () => socket.terminate(),
    };
  }

  #inTime(event: () => void): void {
    if (this.#holding) this.#held.push(event);
    else event();
  }
}
