import { HttpError, Webhook } from '#protocol/http.ts';

import { PATH_PARTS, partsOf } from '../routes/path.ts';
import type { Operation, Route, Shape } from '../routes/route.ts';
import { type JsonSchema, jsonSchemaOf } from './jsonSchema.ts';

const ERROR: Shape = { name: 'HttpError', schema: HttpError };
const WEBHOOK: Shape = { name: 'Webhook', schema: Webhook };

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request is not as documented.',
  401: 'No API key, or none that this server knows.',
  403: 'Not with these credentials, not in this room, or not from here.',
  404: 'There is no such room or participant.',
  409: 'The room is not in the state for it, or the Idempotency-Key was used for another request.',
  413: 'The body is too big.',
  429: 'Too much from this address; try again after Retry-After.',
  503: 'Storage does not answer, or the server goes down; ask again.',
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Made up for this request and sent again with each repetition of it: then it has its effect once.',
  schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
};

const SECURITY: Readonly<Record<Operation['access'], readonly object[]>> = {
  anyone: [],
  creationKey: [{}, { creationKey: [] }],
  apiKey: [{ apiKey: [] }],
};

const SCHEMES = {
  apiKey: { type: 'http', scheme: 'bearer', description: "An API key, as the server's configuration has it." },
  creationKey: { type: 'http', scheme: 'bearer', description: 'The creation key, where the server has one.' },
};

/** The description of these routes in OpenAPI 3.1. Nothing in it is written twice, so nothing in it can be out of date. */
export function describeApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describeRoute(route, routes) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1.0.0',
      summary: "The signaling server's HTTP API",
      description: 'What the fields mean, and the WebSocket that follows, is in docs/protocol.md and docs/api.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    webhooks: { room: { post: describeWebhook() } },
    components: { schemas: componentsOf(routes), securitySchemes: SCHEMES },
  };
}

function describeRoute({ path, operation }: Route, routes: readonly Route[]): object {
  const { id, summary, description, access, body, idempotent = false } = operation;
  const parameters = [...partsOf(path).map(pathParameter), ...(idempotent ? [IDEMPOTENCY_KEY] : [])];
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    security: SECURITY[access],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: { ...success(operation, linksOf(operation, routes)), ...refusals(operation) },
  };
}

function pathParameter(name: keyof typeof PATH_PARTS): object {
  const { schema, description } = PATH_PARTS[name];
  return { name, in: 'path', required: true, description, schema: jsonSchemaOf(schema) };
}

function success({ success: told }: Operation, links: object | null): Readonly<Record<string, object>> {
  const { status, description, answer } = told;
  if (answer === null) return { [status]: { description } };
  const content = answer === 'text' ? { 'text/plain': { schema: { type: 'string' } } } : json(answer);
  return { [status]: { description, content, ...(links && { links }) } };
}

/** Where the code of a room that was just created leads. */
function linksOf({ success: { status } }: Operation, routes: readonly Route[]): object | null {
  if (status !== 201) return null;
  const there = routes.filter(({ path }) => partsOf(path).join() === 'room');
  const parameters = { room: '$response.body#/room' };
  return Object.fromEntries(there.map(({ operation: { id } }) => [id, { operationId: id, parameters }]));
}

/** What this operation may refuse, and what any may. */
function refusals({ body, access, idempotent = false, refusals: own }: Operation): Readonly<Record<string, object>> {
  const anywhere = [403, 503, ...(body ? [400, 413] : []), ...(idempotent || access === 'apiKey' ? [400] : [])];
  const statuses = [...new Set([...anywhere, ...own])].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [status, { description: REFUSALS[status] ?? '', content: json(ERROR) }]),
  );
}

function describeWebhook(): object {
  return {
    summary: 'Something happened in a room.',
    description: 'Signed as in the Standard Webhooks specification; see docs/api.md.',
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
      name,
      in: 'header',
      required: true,
      schema: { type: 'string' },
    })),
    requestBody: { required: true, content: json(WEBHOOK) },
    responses: { '2XX': { description: 'Taken. Anything else is tried again.' } },
  };
}

const json = ({ name }: Shape): object => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});

function componentsOf(routes: readonly Route[]): Readonly<Record<string, JsonSchema>> {
  const shapes = routes.flatMap(
    ({
      operation: {
        body,
        success: { answer },
      },
    }) => [body, answer],
  );
  const named = [ERROR, WEBHOOK, ...shapes].filter((shape) => shape !== null && shape !== 'text');
  return Object.fromEntries(named.map(({ name, schema }) => [name, jsonSchemaOf(schema)]));
}
