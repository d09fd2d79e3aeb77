import * as v from 'valibot';

import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import { type SendSignal, type Signal, SignalData } from '#protocol/wire/frame.ts';

import type { ClientEnvironment } from './contract.ts';
import type { MediaKey } from './keys.ts';
import { seal, unseal } from './seal.ts';

export interface SignalPorts {
  send(signal: SendSignal): void;
  /** Signals of nobody, or of somebody who is gone, are dropped (invariant 4). */
  isPresent(participant: ParticipantId): boolean;
  deliver(signal: IncomingSignal): void;
}

/** Signals, sealed on the way out and opened on the way in, each way in the order in which they came. */
export class Signals {
  readonly #environment: ClientEnvironment;
  readonly #key: Promise<MediaKey | null>;
  readonly #ports: SignalPorts;
  #outgoing: Promise<void> = Promise.resolve();
  #incoming: Promise<void> = Promise.resolve();

  /** Without a key (a meeting known by its code alone) nothing is sent: signals never travel unsealed. */
  constructor(environment: ClientEnvironment, key: Promise<MediaKey | null>, ports: SignalPorts) {
    this.#environment = environment;
    this.#key = key;
    this.#ports = ports;
  }

  send(signal: SendSignal): void {
    this.#outgoing = this.#inTurn(this.#outgoing, 'signal-not-sealed', async (key) => {
      const data = await seal(this.#environment.crypto, key, signal, signal.data);
      if (!v.is(SignalData, data)) return false;
      this.#ports.send({ ...signal, data });
      return true;
    });
  }

  receive(signal: Signal): void {
    this.#incoming = this.#inTurn(this.#incoming, 'signal-not-opened', async (key) => {
      const data = await unseal(this.#environment.crypto, key, signal, signal.data);
      if (data === null) return false;
      const { from, link, generation } = signal;
      if (this.#ports.isPresent(from)) this.#ports.deliver({ from, link, generation, data });
      return true;
    });
  }

  async #inTurn(before: Promise<void>, failure: string, work: (key: MediaKey) => Promise<boolean>): Promise<void> {
    await before;
    const key = await this.#key;
    const done = key !== null && (await work(key).catch(() => false));
    if (!done) this.#environment.log({ at: 'client', what: failure });
  }
}
