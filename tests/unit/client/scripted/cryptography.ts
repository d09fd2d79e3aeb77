import { webcrypto } from 'node:crypto';

import type { WebCrypto } from '#client/contract.ts';

/** Node's cryptography, which says whether it is at work. */
export class Cryptography implements WebCrypto {
  readonly subtle: WebCrypto['subtle'];
  #underWay = 0;

  constructor() {
    const real: WebCrypto['subtle'] = webcrypto.subtle;
    this.subtle = {
      importKey: (...rest) => this.#count(real.importKey(...rest)),
      deriveBits: (...rest) => this.#count(real.deriveBits(...rest)),
      sign: (...rest) => this.#count(real.sign(...rest)),
      encrypt: (...rest) => this.#count(real.encrypt(...rest)),
      decrypt: (...rest) => this.#count(real.decrypt(...rest)),
    };
  }

  get busy(): boolean {
    return this.#underWay > 0;
  }

  getRandomValues(array: Uint8Array): Uint8Array {
    return webcrypto.getRandomValues(array);
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
