import type { RoomId } from '#protocol/ids.ts';

import { within } from '../../within.ts';
import { failed, type Route } from './route.ts';

/** The process runs and answers. */
export const health: Route = {
  method: 'GET',
  path: /^\/v1\/health$/,
  handle: async () => ({ status: 200, body: { status: 'ok' } }),
};

/** A code like any other: whether there is such a room does not matter, only that storage can say so. */
const PROBE = 'aaa-aaaa-aaa' as RoomId;

/** Storage answers and the server is not going down: connections may be sent here. */
export const ready: Route = {
  method: 'GET',
  path: /^\/v1\/ready$/,
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
