import type { Socket, SocketHandlers } from '#client/contract.ts';
import type { ClientFrame, Hello, ServerFrame } from '#protocol/wire/frame.ts';

export type Sent = ClientFrame | Hello;

/** A WebSocket whose other side is the test. */
export class ScriptedSocket implements Socket {
  readonly url: string;
  readonly subprotocol: string;
  /** Everything that the client sent, in order. */
  readonly sent: Sent[] = [];
  /** What has become of it: `closed` and `terminated` by the client, `gone` by the server. */
  state: 'connecting' | 'open' | 'closed' | 'terminated' | 'gone' = 'connecting';
  readonly #handlers: SocketHandlers;

  constructor(url: string, subprotocol: string, handlers: SocketHandlers) {
    this.url = url;
    this.subprotocol = subprotocol;
    this.#handlers = handlers;
  }

  get live(): boolean {
    return this.state === 'connecting' || this.state === 'open';
  }

  send(text: string): void {
    if (this.state !== 'open') throw new Error(`sent on a socket that is ${this.state}`);
    this.sent.push(JSON.parse(text) as Sent);
  }

  close(): void {
    if (this.live) this.state = 'closed';
  }

  terminate(): void {
    if (this.live) this.state = 'terminated';
  }

  open(): void {
    this.state = 'open';
    this.#handlers.onOpen();
  }

  /** The server sends; what comes after the client has let go is still delivered, as networks do. */
  receive(...frames: readonly ServerFrame[]): void {
    for (const frame of frames) this.#handlers.onText(JSON.stringify(frame));
  }

  receiveText(text: string): void {
    this.#handlers.onText(text);
  }

  /** The connection ends, or was never made. */
  end(code = 1006): void {
    this.state = 'gone';
    this.#handlers.onClose(code);
  }

  /** What was sent of one type, pings and pongs being types too. */
  of<Type extends Sent['type']>(type: Type): Extract<Sent, { readonly type: Type }>[] {
    return this.sent.filter((frame): frame is Extract<Sent, { readonly type: Type }> => frame.type === type);
  }

  /** The first that was sent of one type; throws where none was. */
  first<Type extends Sent['type']>(type: Type): Extract<Sent, { readonly type: Type }> {
    const [frame] = this.of(type);
    if (frame === undefined) throw new Error(`no ${type} was sent`);
    return frame;
  }
}
