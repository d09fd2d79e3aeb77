import { webcrypto } from 'node:crypto';

import type { WebCrypto } from '#client/contract.ts';

/** Node's cryptography, which says whether it is at work. */
export class Cryptography implements WebCrypto {
  readonly subtle: WebCrypto['subtle'];
  #underWay = 0;
  #turns: number[] = [];

  constructor() {
    const real: WebCrypto['subtle'] = webcrypto.subtle;
    this.subtle = {
      importKey: (...rest) => this.#count(real.importKey(...rest)),
      deriveBits: (...rest) => this.#count(real.deriveBits(...rest)),
      sign: (...rest) => this.#count(real.sign(...rest)),
      encrypt: (...rest) => this.#count(this.#slowed(() => real.encrypt(...rest))),
      decrypt: (...rest) => this.#count(this.#slowed(() => real.decrypt(...rest))),
    };
  }

  get busy(): boolean {
    return this.#underWay > 0;
  }

  /** How many turns of the event loop the next sealings and openings wait before they begin, one after the other. */
  nextTake(...turns: readonly number[]): void {
    this.#turns = [...turns];
  }

  getRandomValues(array: Uint8Array): Uint8Array {
    return webcrypto.getRandomValues(array);
  }

  async #slowed<T>(work: () => Promise<T>): Promise<T> {
    for (let turns = this.#turns.shift() ?? 0; turns > 0; turns -= 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    return work();
  }

  async #count<T>(work: Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work;
    } finally {
      this.#underWay -= 1;
    }
  }
}

/** Cryptography without any, at once: for tests of who lives how long, over thousands of lives. */
export const noCrypto: WebCrypto = {
  getRandomValues: (array) => array.fill(7),
  subtle: {
    importKey: () => Promise.resolve({}),
    deriveBits: () => Promise.resolve(new ArrayBuffer(32)),
    sign: () => Promise.resolve(new ArrayBuffer(32)),
    encrypt: () => Promise.resolve(new ArrayBuffer(32)),
    decrypt: () => Promise.resolve(new ArrayBuffer(32)),
  },
};
