import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Storage } from '#server/contract.ts';
import { openStorage } from '#server/rooms/storage.ts';

/** One way of keeping rooms, as the contract suites see it. */
export interface StorageUnderTest {
  readonly name: string;
  /** Keeps what it has over closing and opening again. */
  readonly persistent: boolean;
  /** An empty one, and what opens the same one again. */
  readonly make: () => Promise<{ readonly open: () => Promise<Storage>; readonly dispose: () => Promise<void> }>;
}

export const STORAGES: readonly StorageUnderTest[] = [
  {
    name: 'memory',
    persistent: false,
    make: async () => {
      const storage = await openStorage({ kind: 'memory' });
      return { open: async () => storage, dispose: () => storage.close() };
    },
  },
  {
    name: 'SQLite',
    persistent: true,
    make: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'parley-contract-'));
      return {
        open: () => openStorage({ kind: 'sqlite', folder }),
        dispose: () => rm(folder, { recursive: true, force: true }),
      };
    },
  },
];
