import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import * as schemas from '#protocol/http.ts';
import { RoleTable } from '#protocol/roles.ts';
import { ApiKey, ApiPermission } from '#server/credentials/apiKeys.ts';
import { rolesProblem } from '#server/roles.ts';
import { ROUTES } from '#server/transport/routes/all.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');
const DOC = read('api.md');

const SCHEMAS = schemas as unknown as Readonly<Record<string, v.GenericSchema>>;

const examples = [...DOC.matchAll(/^```json (?<name>\w+)\n(?<text>[\s\S]*?)^```$/gm)].map(({ groups }) => ({
  name: groups?.name ?? '',
  text: groups?.text ?? '',
}));

describe('docs/api.md', () => {
  test.each(examples)('the example of $name is what the schema takes', ({ name, text }) => {
    expect(v.safeParse(SCHEMAS[name] ?? v.never(), JSON.parse(text)).issues).toBeUndefined();
  });

  test('has an example of every body that an integrator sends', () => {
    const bodies = ROUTES.filter(({ path }) => path.startsWith('/v1/api/')).flatMap(({ operation: { body } }) =>
      body ? [body.name] : [],
    );
    expect(bodies.length).toBeGreaterThan(3);
    expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(bodies));
  });

  test('names every permission', () => {
    for (const permission of ApiPermission.options) expect(DOC).toContain(`| \`${permission}\` `);
  });
});

test('docs/operations.md shows a file of roles that can be meant, with a limit of speakers', () => {
  const [, text = ''] = /^```json roles\n([\s\S]*?)^```$/m.exec(read('operations.md')) ?? [];
  const roles = v.parse(RoleTable, JSON.parse(text));
  expect(rolesProblem(roles, 12)).toBeNull();
});

test('docs/operations.md shows a file of API keys as it is read', () => {
  const [, text = ''] = /^```json\n(\[[\s\S]*?)^```$/m.exec(read('operations.md')) ?? [];
  expect(v.safeParse(v.array(ApiKey), JSON.parse(text)).issues).toBeUndefined();
});
