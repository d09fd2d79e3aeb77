import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { ApiEndRequest, CreateRoomRequest, ParticipantList, Webhook } from '#protocol/http.ts';
import { jsonSchemaOf } from '#server/transport/openapi/jsonSchema.ts';

describe('the JSON Schema of a request', () => {
  test('says what the schema says: fields, patterns, and nothing besides', () => {
    expect(jsonSchemaOf(CreateRoomRequest)).toEqual({
      type: 'object',
      properties: {
        identity: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
        inviteKey: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
      },
      required: ['identity', 'inviteKey'],
      additionalProperties: false,
    });
  });

  test.each([
    ['280 letters', 'x'.repeat(280), true],
    ['281 letters', 'x'.repeat(281), false],
    ['280 characters outside of the basic plane, which are 560 units', '😀'.repeat(280), true],
    ['281 of them', '😀'.repeat(281), false],
  ])('tells how long a reason may be, by the same count: %s', (_what, reason, taken) => {
    expect(jsonSchemaOf(ApiEndRequest)).toMatchObject({ properties: { reason: { type: 'string', maxLength: 280 } } });
    expect(Array.from(reason).length <= 280).toBe(taken);
    const result = v.safeParse(ApiEndRequest, { reason, lock: false });
    expect([result.success, result.success && result.output.reason.length <= 280]).toEqual([taken, taken]);
  });

  test.each([
    ['ParticipantList', ParticipantList],
    ['Webhook', Webhook],
  ])('of %s leaves nothing open', (_name, schema) => {
    const text = JSON.stringify(jsonSchemaOf(schema));
    expect(text).toContain('"additionalProperties":false');
    expect(text).not.toContain('{}');
  });
});
