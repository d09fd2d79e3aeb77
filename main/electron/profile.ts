import { randomBytes, randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';

import { app } from 'electron';

import type { MeetingClient } from '#client/contract.ts';
import { createClient } from '#client/createClient.ts';

import { systemClock } from '../clock.ts';
import { clientEnvironment } from '../connection/environment.ts';
import { createEmbeddedServer } from '../hosting/embeddedServer.ts';
import type { HostingServer } from '../hosting/hosting.ts';
import { loadServer } from '../hosting/loadServer.ts';
import { closeForeignChannels } from '../ipc/router.ts';
import { createFileLog } from '../logging/fileLog.ts';
import type { KeptFiles, Log, Vault } from '../ports.ts';
import { openReceipts, type ReceiptsFile } from '../receipts/receiptsFile.ts';
import { openSecret } from '../settings/identity.ts';
import { openSettings, type SettingsFile } from '../settings/settingsFile.ts';
import { logFaults } from './faults.ts';
import { keptFiles } from './keptFiles.ts';
import { createVault } from './vault.ts';

/** Everything that lives in one person's folder, and the participant and the server that are made from it. */
export interface Profile {
  /** The folder of the logs. */
  readonly logs: string;
  readonly log: Log;
  readonly settings: SettingsFile;
  readonly receipts: ReceiptsFile;
  readonly kept: KeptFiles;
  readonly vault: Vault;
  readonly client: MeetingClient;
  readonly identityKept: boolean;
  readonly hosting: HostingServer;
}

export const LOG_FILE = 'main.log';

const newSecret = (): string => randomBytes(32).toString('base64url');

export function openProfile(): Profile {
  const folder = app.getPath('userData');
  const logs = join(folder, 'logs');
  const log = createFileLog(join(logs, LOG_FILE), systemClock);
  logFaults(log, app.isPackaged);
  const settings = openSettings({ directory: folder, version: app.getVersion(), now: new Date().toISOString(), log });
  closeForeignChannels();
  const vault = createVault();
  const identity = openSecret({ settings, vault, key: 'identity', make: newSecret, log });
  const environment = clientEnvironment(systemClock, log);
  return {
    logs,
    log,
    settings,
    receipts: openReceipts(join(folder, 'receipts.jsonl'), log),
    kept: keptFiles(folder),
    vault,
    client: createClient({ environment, identity: identity.secret, clientId: randomUUID() }),
    identityKept: identity.kept,
    hosting: hostingServer(folder, { settings, vault, log }),
  };
}

function hostingServer(folder: string, parts: Pick<Profile, 'settings' | 'vault' | 'log'>): HostingServer {
  const { settings, log } = parts;
  return createEmbeddedServer({
    load: loadServer,
    folder: join(folder, 'hosting'),
    tokenKey() {
      const { secret } = openSecret({ ...parts, key: 'hostingKey', make: newSecret });
      return new Uint8Array(Buffer.from(secret, 'base64url'));
    },
    newCreationKey: newSecret,
    port: { get: () => settings.values.hostingPort, keep: (hostingPort) => settings.write({ hostingPort }) },
    interfaces: networkInterfaces,
    log,
  });
}
