import { join } from 'node:path';

import type { Logger } from 'pino';

import { createServer, type ParleyServer } from '../createServer.ts';
import { noteCertificate, readCertificatePair, renewOnSignal } from './certificateFiles.ts';
import type { Configuration } from './configuration.ts';
import { type Integrations, integrationsFor } from './integrations.ts';
import { keyFromFile } from './keyFile.ts';
import { serverLimits } from './limits.ts';
import { rolesOf } from './rolesFile.ts';
import { turnSecretOf } from './turnSecret.ts';

export interface Running {
  readonly server: ParleyServer;
  readonly integrations: Integrations;
}

/** Starts what is configured. Rejects where the data folder, its keys or the port can't be had. */
export async function start(configuration: Configuration, log: Logger): Promise<Running> {
  const { host, port, data, allowedHosts, allowedOrigins, trustedProxies, iceServers, iceTransportPolicy, duplicates } =
    configuration;
  const creationKey = creationKeyOf(configuration, log);
  const tokenKey = Buffer.from(keyFromFile(join(data, 'token-key')), 'base64url');
  const tls = readCertificatePair(configuration);
  if (tls !== null) noteCertificate(tls, log, 'certificate');
  const integrations = integrationsFor(configuration, log);
  const server = await createServer({
    host,
    port,
    tls,
    allowedHosts,
    allowedOrigins,
    trustedProxies,
    iceServers,
    iceTransportPolicy,
    duplicates,
    lobby: configuration.lobby === 'on',
    turnSecret: turnSecretOf(configuration),
    roles: rolesOf(configuration),
    speakers: configuration.speakers,
    ...serverLimits(configuration.limits),
    ...integrations.options,
    storage: { kind: 'sqlite', folder: data },
    tokenKey,
    creationKey,
    log,
  });
  renewOnSignal(configuration, server, log);
  return { server, integrations };
}

function creationKeyOf({ creation, creationKey, data }: Configuration, log: Logger): string | null {
  if (creation !== 'key') return creation === 'open' ? 'open' : null;
  if (creationKey !== null) return creationKey;
  const file = join(data, 'creation-key');
  log.info({ file }, 'rooms are created with the key in this file');
  return keyFromFile(file);
}
