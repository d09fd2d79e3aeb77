import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { TestServer } from '#tests/fixtures/server.ts';

import { post, secret } from '../testRoom.ts';
import { type Integrator, startIntegrated } from './integrator.ts';

// What is used of OpenAPI 3.1 here. Nothing of the API itself is known to this file but what the description says.
interface Operation {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Ref }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Ref }>> }>
  >;
}

interface Ref {
  readonly $ref?: string;
}

interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<
    Record<
      string,
      Schema & { readonly pattern?: string; readonly enum?: readonly string[]; readonly examples?: readonly string[] }
    >
  >;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let server: TestServer;
let integrator: Integrator;
let description: Description;

beforeAll(async () => {
  ({ server, integrator } = await startIntegrated());
  const { body } = await post(server.address, '/v1/openapi.json', '', {}, 'GET');
  description = body as unknown as Description;
});

afterAll(() => server.dispose());

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** What somebody would send who has nothing but the schema of a body. */
function exampleOf(operation: Operation): Readonly<Record<string, unknown>> | '' {
  const ref = operation.requestBody?.content['application/json']?.schema.$ref;
  if (ref === undefined) return '';
  const schema = description.components.schemas[ref.replace('#/components/schemas/', '')];
  return Object.fromEntries((schema?.required ?? []).map((name) => [name, exampleOfField(schema, name)]));
}

function exampleOfField(schema: Schema | undefined, name: string): unknown {
  const field = schema?.properties?.[name];
  if (field?.enum) return field.enum[0];
  if (field?.examples) return field.examples[0];
  if (field?.pattern?.includes('{43}')) return secret();
  if (field?.pattern?.startsWith('^[a-z]')) return 'guest';
  return field?.type === 'boolean' ? false : '';
}

/** Calls an operation by its name, with what stands in the path, and fails on an answer that is not described. */
async function call(id: string, inPath: Readonly<Record<string, string>> = {}) {
  const found = operations().find(({ operation }) => operation.operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  const { path, method, operation } = found;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inPath[name] ?? '');
  const needsKey = operation.security.some((scheme) => 'apiKey' in scheme);
  const headers: Record<string, string> = needsKey ? { authorization: `Bearer ${integrator.key}` } : {};
  const answer = await post(server.address, filled, exampleOf(operation), headers, method.toUpperCase());
  const described = operation.responses[answer.status];
  expect(Object.keys(operation.responses), `${id} answered ${answer.status}`).toContain(String(answer.status));
  const ref = described?.content?.['application/json']?.schema.$ref?.replace('#/components/schemas/', '') ?? '';
  const { required = [] } = description.components.schemas[ref] ?? {};
  expect(Object.keys(answer.body)).toEqual(expect.arrayContaining([...required]));
  return answer;
}

describe('GET /v1/openapi.json', () => {
  test('is OpenAPI 3.1, in which every name leads somewhere and every operation is one of its own', () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const refs = JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    const names = Object.keys(description.components.schemas);
    for (const [, name] of refs) expect(names).toContain(name);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(description.webhooks)).toEqual(['room']);
  });

  test('a name in braces is a parameter of the path', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const told = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name);
      expect(told).toEqual(named);
    }
  });

  test('everything under /v1/api/ needs an API key, and nothing else does', () => {
    for (const { path, operation } of operations()) {
      const needsKey = operation.security.length > 0 && operation.security.every((scheme) => 'apiKey' in scheme);
      expect([path, needsKey]).toEqual([path, path.startsWith('/v1/api/') || path === '/metrics']);
    }
  });

  test('is enough to write a client from: a room is made, read, locked, unlocked and ended', async () => {
    const { body } = await call('apiCreateRoom');
    const room = { room: body.room as string };
    expect((await call('apiIssueJoinToken', room)).status).toBe(200);
    expect((await call('apiReadRoom', room)).body.phase).toBe('new');
    expect((await call('apiListRooms')).status).toBe(200);
    expect((await call('apiListParticipants', room)).body.participants).toEqual([]);
    expect((await call('apiLockRoom', room)).status).toBe(204);
    expect((await call('apiLockRoom', room)).status).toBe(409);
    expect((await call('apiUnlockRoom', room)).status).toBe(204);
    expect((await call('apiRemoveParticipant', { ...room, participant: 'nobody-here' })).status).toBe(404);
    expect((await call('apiListBarred', room)).body.barred).toEqual([]);
    expect((await call('apiUnbar', { ...room, principal: 'nobody-here' })).status).toBe(409);
    expect((await call('apiEndRoom', room)).status).toBe(204);
    expect((await call('apiReadRoom', room)).body.phase).toBe('ended');
    expect((await call('health')).body.status).toBe('ok');
    expect((await call('ready')).body.status).toBe('ready');
  });
});
