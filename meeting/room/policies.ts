import type { Millis } from '#protocol/ids.ts';
import type { Policies, Policy, Room } from '#protocol/room.ts';
import { everyone } from './selectors.ts';

/** When a policy closes a room, unless what it waits for happens before: on the server's clock. */
export interface Deadline {
  readonly policy: Extract<Policy, 'duration' | 'no-host'>;
  readonly at: Millis;
}

/**
 * The next deadline of a room; null where there is none, and where nobody is present whom it could concern. The same on
 * the server, which keeps to it, and in the page, which shows it. A host whose connection is lost is present.
 */
export function deadlineOf(room: Room, policies: Policies): Deadline | null {
  if (room.phase !== 'open' || everyone(room).length === 0) return null;
  const duration = durationDeadline(room, policies);
  const noHost = noHostDeadline(room, policies);
  if (duration === null || noHost === null) return duration ?? noHost;
  return noHost.at < duration.at ? noHost : duration;
}

/** When the meeting has run for as long as it may. */
export function durationDeadline(room: Room, { durationMs }: Policies): Deadline | null {
  if (durationMs === null || room.openedAt === null || room.phase !== 'open') return null;
  return { policy: 'duration', at: room.openedAt + durationMs };
}

function noHostDeadline({ hostlessSince }: Room, { noHostMs, since }: Policies): Deadline | null {
  if (noHostMs === null || hostlessSince === null || hostlessSince === undefined) return null;
  return { policy: 'no-host', at: Math.max(hostlessSince, since) + noHostMs };
}
