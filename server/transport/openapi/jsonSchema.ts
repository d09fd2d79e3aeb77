import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

import { REASON_LENGTH, reasonFits } from '#protocol/http.ts';

export type { JsonSchema };

/**
 * What a schema takes, as JSON Schema 2020-12, which is that of OpenAPI 3.1. What JSON Schema can't say (a check by
 * code) is left out of it; for the one such check that a request can meet, its words are here.
 */
export function jsonSchemaOf(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      (valibotAction as unknown) === reasonFits ? { ...jsonSchema, maxLength: REASON_LENGTH } : undefined,
  });
  return rest;
}
