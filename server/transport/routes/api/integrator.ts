import type * as v from 'valibot';

import type { ParleyError, Result } from '#protocol/errors.ts';
import type { RoomId } from '#protocol/ids.ts';

import { type ApiKey, type ApiPermission, matchApiKey } from '../../../credentials/apiKeys.ts';
import type { RoomActor } from '../../../rooms/roomActor.ts';
import {
  type ApiAnswer,
  type ApiRequest,
  countFailure,
  failed,
  type Operation,
  parseBody,
  type Route,
  type Shape,
  tooManyFailures,
} from '../route.ts';

/** A request of whoever holds an API key, with its body as the schema has it. */
export interface IntegratorRequest<Body> extends Omit<ApiRequest, 'body'> {
  readonly key: ApiKey;
  /** As presented; null where the request may be repeated as often as it comes. */
  readonly idempotencyKey: string | null;
  readonly body: Body;
}

interface Definition<Schema extends v.GenericSchema> extends Pick<Route, 'method' | 'path'> {
  readonly operation: Omit<Operation, 'access' | 'body'>;
  readonly permission: ApiPermission;
  readonly body: Shape<Schema>;
  handle(request: IntegratorRequest<v.InferOutput<Schema>>): Promise<ApiAnswer>;
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** A route for whoever holds an API key with the permission, and a body. */
export function integratorRoute<Schema extends v.GenericSchema>(definition: Definition<Schema>): Route {
  const { method, path, operation, permission, body: shape } = definition;
  return {
    method,
    path,
    operation: described(operation, permission, shape),
    handle: async (request) => {
      const caller = authenticate(request, permission);
      if (!caller.ok) return failed(caller.error);
      const body = parseBody(shape.schema, request.body);
      if (!body.ok) return failed(body.error);
      return definition.handle({ ...request, ...caller.value, body: body.value });
    },
  };
}

/** The same, where the path says everything. */
export function bodilessRoute(
  definition: Omit<Definition<v.GenericSchema>, 'body' | 'handle'> & {
    handle(request: IntegratorRequest<null>): Promise<ApiAnswer>;
  },
): Route {
  const { method, path, operation, permission } = definition;
  return {
    method,
    path,
    operation: described(operation, permission, null),
    handle: async (request) => {
      const caller = authenticate(request, permission);
      return caller.ok ? definition.handle({ ...request, ...caller.value, body: null }) : failed(caller.error);
    },
  };
}

function described(operation: Definition<v.GenericSchema>['operation'], permission: ApiPermission, body: Shape | null) {
  const needs = `Needs an API key with \`${permission}\`.`;
  const description = operation.description === undefined ? needs : `${operation.description} ${needs}`;
  return { ...operation, description, access: 'apiKey', body, refusals: [401, 429, ...operation.refusals] } as const;
}

/**
 * Who asks, if they may. A key that is right is let through whatever others at its address did; one that is wrong counts
 * as a credential that failed.
 */
export function authenticate(
  request: ApiRequest,
  permission: ApiPermission,
): Result<{ readonly key: ApiKey; readonly idempotencyKey: string | null }> {
  const { headers, services } = request;
  const key = matchApiKey(services.settings.apiKeys, headers.authorization);
  if (key === null) {
    const refusal = tooManyFailures(request);
    if (!refusal && headers.authorization !== undefined) countFailure(request);
    return bad(refusal ?? { code: 'bad-token', detail: 'This needs an API key.' });
  }
  if (!key.may.includes(permission)) return bad({ code: 'forbidden', detail: `This API key lacks ${permission}.` });
  const idempotencyKey = headers['idempotency-key'] ?? null;
  if (idempotencyKey !== null && !(typeof idempotencyKey === 'string' && IDEMPOTENCY_KEY.test(idempotencyKey))) {
    return bad({ code: 'bad-request', detail: 'An Idempotency-Key has 1 to 255 visible ASCII characters.' });
  }
  return { ok: true, value: { key, idempotencyKey } };
}

const bad = (error: ParleyError): Result<never> => ({ ok: false, error });

/** The room that the path names. */
export function roomOf({ services, groups }: Pick<ApiRequest, 'services' | 'groups'>): Promise<Result<RoomActor>> {
  return services.registry.find(groups.room as RoomId);
}

/** An idempotency key that was for another request. */
export const reused: ApiAnswer = {
  status: 409,
  body: { code: 'bad-request', message: 'This Idempotency-Key was used for another request.' },
};
