import type { ErrorCode } from '#protocol/errors.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { Decision } from './order.ts';

/** The order is carried out by appending these events; by none where nothing changes. */
export function commit(...events: readonly RoomEvent[]): Decision {
  return { ok: true, events };
}

export function refuse(code: ErrorCode, detail?: string): Decision {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}
