import { join } from 'node:path';

import { createSteadyClock } from '../clock.ts';
import type { Log } from '../logging.ts';
import { createMetrics } from '../metrics/metrics.ts';
import type { ServerOptions } from '../options.ts';
import { Webhooks } from '../webhooks/webhooks.ts';
import { readApiKeys } from './apiKeyFile.ts';
import type { Configuration } from './configuration.ts';
import { webhookSecret } from './webhookSecret.ts';

/** Milliseconds that webhooks get to be taken when the server goes down. */
const FAREWELL_MS = 3_000;

/** What makes the server useful to other programs. */
export interface Integrations {
  readonly options: Pick<ServerOptions, 'apiKeys' | 'metrics' | 'metricsAccess' | 'observers'>;
  /** After the server is closed. */
  close(): Promise<void>;
}

export function integrationsFor(configuration: Configuration, log: Log): Integrations {
  const { apiKeys, metrics: access, webhook } = configuration;
  const metrics = access === 'none' ? null : createMetrics();
  const webhooks = webhook === null ? null : webhooksTo(webhook, configuration, log, metrics);
  return {
    options: {
      apiKeys: apiKeys === null ? [] : readApiKeys(apiKeys),
      metrics,
      metricsAccess: access === 'open' ? 'open' : 'key',
      observers: webhooks ? [webhooks] : [],
    },
    close: async () => webhooks?.close(FAREWELL_MS),
  };
}

function webhooksTo(
  url: string,
  { webhookSecret: given, data }: Configuration,
  log: Log,
  metrics: ReturnType<typeof createMetrics> | null,
): Webhooks {
  return new Webhooks({
    url,
    secret: webhookSecret(given, join(data, 'webhook-secret')),
    clock: createSteadyClock(),
    log,
    count: (outcome) => metrics?.delivery(outcome),
  });
}
