import * as v from 'valibot';

import type { RoomId } from '#protocol/ids.ts';

import { within } from '../../within.ts';
import { failed, type Route } from './route.ts';

const Health = v.strictObject({ status: v.literal('ok') });
const Ready = v.strictObject({ status: v.literal('ready') });

/** The process runs and answers. */
export const health: Route = {
  method: 'GET',
  path: '/v1/health',
  operation: {
    id: 'health',
    summary: 'Whether the process answers.',
    access: 'anyone',
    body: null,
    success: { status: 200, description: 'It does.', answer: { name: 'Health', schema: Health } },
    refusals: [],
  },
  handle: async () => ({ status: 200, body: { status: 'ok' } }),
};

/** A code like any other: whether there is such a room does not matter, only that storage can say so. */
const PROBE = 'aaa-aaaa-aaa' as RoomId;

/** Storage answers and the server is not going down: connections may be sent here. */
export const ready: Route = {
  method: 'GET',
  path: '/v1/ready',
  operation: {
    id: 'ready',
    summary: 'Whether storage answers and the server is not going down.',
    access: 'anyone',
    body: null,
    success: { status: 200, description: 'It is ready.', answer: { name: 'Ready', schema: Ready } },
    refusals: [],
  },
  handle: async ({ services }) => {
    const retryAfterMs = services.draining();
    if (retryAfterMs !== null) return failed({ code: 'draining', retryAfterMs });
    const { clock, guards } = services.settings;
    try {
      await within(clock, guards.storageMs, services.storage.log.read(PROBE, 0));
      return { status: 200, body: { status: 'ready' } };
    } catch {
      return failed({ code: 'unavailable' });
    }
  },
};
