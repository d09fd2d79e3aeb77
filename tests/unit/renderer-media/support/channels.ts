/** A data channel as far as this code looks at one. What is sent arrives at once, unless `holds` says that it piles up. */
export class FakeChannel extends EventTarget {
  readyState: RTCDataChannelState = 'connecting';
  bufferedAmount = 0;
  /** What is sent stays in the connection until `drain`. */
  holds = false;
  readonly sent: (string | ArrayBuffer)[] = [];
  #other: FakeChannel | null = null;

  /** Open from now on, to `other` or to nobody. */
  join(other: FakeChannel | null = null): void {
    this.#other = other;
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  send(message: string | ArrayBuffer): void {
    if (this.readyState !== 'open') throw new DOMException('not open', 'InvalidStateError');
    this.sent.push(message);
    if (this.holds) this.bufferedAmount += typeof message === 'string' ? message.length : message.byteLength;
    this.#other?.hear(message);
  }

  hear(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  drain(): void {
    this.bufferedAmount = 0;
    this.dispatchEvent(new Event('bufferedamountlow'));
  }

  shut(): void {
    this.readyState = 'closed';
  }
}

export const asChannel = (channel: FakeChannel): RTCDataChannel => channel as unknown as RTCDataChannel;
