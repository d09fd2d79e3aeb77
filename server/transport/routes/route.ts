import type { IncomingHttpHeaders } from 'node:http';

import * as v from 'valibot';

import type { ErrorCode, ParleyError, Result } from '#protocol/errors.ts';
import { type HttpError, JoinTokenAnswer } from '#protocol/http.ts';

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
  /** Sent as JSON; null for none; as it is where it is a text of another type. */
  readonly body: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
}

/** A body that a request or an answer has: its schema, and the name under which the API's description knows it. */
export interface Shape<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly schema: Schema;
}

/** What a route is to whoever reads the API's description, which is made from nothing but this. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** What lets one in: nothing, the creation key where there is one, an API key. */
  readonly access: 'anyone' | 'creationKey' | 'apiKey';
  /** Null: whatever comes with the request is not looked at. */
  readonly body: Shape | null;
  /** What `Idempotency-Key` does: the same key again has no second effect. */
  readonly idempotent?: boolean;
  readonly success: { readonly status: number; readonly description: string; readonly answer: Shape | 'text' | null };
  /** Statuses of refusals besides those that every request may meet. */
  readonly refusals: readonly number[];
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in `/v1/rooms/{room}/unlock`; what may stand in the braces is in path.ts. */
  readonly path: string;
  readonly operation: Operation;
  handle(request: ApiRequest): Promise<ApiAnswer>;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'bad-token': 401,
  forbidden: 403,
  'bad-invite': 403,
  barred: 403,
  'origin-refused': 403,
  'room-not-found': 404,
  'no-such-participant': 404,
  'room-exists': 409,
  'room-ended': 409,
  'not-locked': 409,
  'already-locked': 409,
  'not-barred': 409,
  'unknown-role': 409,
  'too-many-speakers': 409,
  'not-waiting': 404,
  'frame-too-big': 413,
  'rate-limited': 429,
  unavailable: 503,
  draining: 503,
};

export const JOIN_TOKEN: Shape = { name: 'JoinTokenAnswer', schema: JoinTokenAnswer };

export function failed(error: ParleyError, extra: Pick<HttpError, 'mayAppeal'> = {}): ApiAnswer {
  const { code, retryAfterMs } = error;
  return {
    status: STATUS[code] ?? 500,
    body: { code, message: messageOf(error), ...(retryAfterMs !== undefined && { retryAfterMs }), ...extra },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(code === 'bad-token' && { headers: { 'WWW-Authenticate': 'Bearer' } }),
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
