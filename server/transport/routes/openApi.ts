import * as v from 'valibot';

import { describeApi } from '../openapi/document.ts';
import type { Route } from './route.ts';

const Description = v.looseObject({ openapi: v.string(), paths: v.record(v.string(), v.unknown()) });

/** The API's description, made from the routes when it is first asked for. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let made: unknown = null;
  return {
    method: 'GET',
    path: '/v1/openapi.json',
    operation: {
      id: 'openApi',
      summary: 'This description, in OpenAPI 3.1.',
      access: 'anyone',
      body: null,
      success: {
        status: 200,
        description: 'The description.',
        answer: { name: 'ApiDescription', schema: Description },
      },
      refusals: [],
    },
    handle: async () => {
      made ??= describeApi(routes());
      return { status: 200, body: made };
    },
  };
}
