import { randomToken } from '../credentials/random.ts';
import type { Storage } from '../contract.ts';
import { MemoryLog } from './log/memoryLog.ts';
import { closeSqlite, openSqlite, storageId } from './log/sqlite.ts';
import { SqliteLog } from './log/sqliteLog.ts';
import { MemorySessions } from './sessions/memorySessions.ts';
import { SqliteSessions } from './sessions/sqliteSessions.ts';

/** Where rooms are kept: nowhere but in memory, or in a folder that this server alone uses. */
export type StorageChoice = { readonly kind: 'memory' } | { readonly kind: 'sqlite'; readonly folder: string };

/** Opens the storage; throws where the folder can't be used. */
export async function openStorage(choice: StorageChoice): Promise<Storage> {
  if (choice.kind === 'memory') {
    return { id: randomToken(16), log: new MemoryLog(), sessions: new MemorySessions(), close: async () => {} };
  }
  const database = await openSqlite(choice.folder);
  return {
    id: storageId(database),
    log: new SqliteLog(database),
    sessions: new SqliteSessions(database),
    close: async () => {
      closeSqlite(database);
    },
  };
}
