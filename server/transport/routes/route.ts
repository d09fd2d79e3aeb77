import type { IncomingHttpHeaders } from 'node:http';

import * as v from 'valibot';

import type { ErrorCode, ParleyError, Result } from '#protocol/errors.ts';

import { messageOf } from '../../rooms/frames.ts';
import type { Services } from '../services.ts';

/** A request as a route sees it. */
export interface ApiRequest {
  readonly services: Services;
  readonly headers: IncomingHttpHeaders;
  /** What counts as one address. */
  readonly address: string;
  /** What the path's groups matched. */
  readonly groups: Readonly<Record<string, string>>;
  /** Parsed strictly; null where there is none. */
  readonly body: unknown;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs?: number;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  handle(request: ApiRequest): Promise<ApiAnswer>;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  'bad-request': 400,
  forbidden: 403,
  'bad-invite': 403,
  barred: 403,
  'origin-refused': 403,
  'room-not-found': 404,
  'room-exists': 409,
  'not-locked': 409,
  'frame-too-big': 413,
  'rate-limited': 429,
  unavailable: 503,
  draining: 503,
};

export function failed(error: ParleyError): ApiAnswer {
  const { code, retryAfterMs } = error;
  return {
    status: STATUS[code] ?? 500,
    body: { code, message: messageOf(error), ...(retryAfterMs !== undefined && { retryAfterMs }) },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): Result<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, body, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  return {
    ok: false,
    error: { code: 'bad-request', detail: `${v.getDotPath(result.issues[0]) ?? 'body'}: not as documented` },
  };
}

/** Whether the address failed too often lately; then the refusal. */
export function tooManyFailures({ services, address }: ApiRequest): ParleyError | null {
  const retryAfterMs = services.failures.waitMs(address, services.settings.clock.now());
  return retryAfterMs > 0 ? { code: 'rate-limited', retryAfterMs } : null;
}

export function countFailure({ services, address }: ApiRequest): void {
  services.failures.count(address, services.settings.clock.now());
}
