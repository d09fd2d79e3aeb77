import * as v from 'valibot';

import type { Result } from '#protocol/errors.ts';
import { type RouteName, ROUTES } from '#protocol/ipc/contract.ts';

import type { Log } from '../ports.ts';
import { refused } from '../results.ts';
import type { Routes } from './routes.ts';
import { isTrusted, type Sender } from './sender.ts';

/**
 * Answers one request of the page, which is treated as hostile: sender first, then route, then schema; state is the
 * handler's to check. Never throws and never answers with anything but a `Result`.
 */
export type Dispatch = (sender: Sender, route: unknown, request: unknown) => Promise<Result<unknown>>;

export function createDispatch(routes: Routes, log: Log): Dispatch {
  return async (sender, route, request) => {
    if (!isTrusted(sender)) {
      log('request-of-stranger', { topFrame: sender.frame?.isTop ?? false, ourWindow: sender.isOurWindow });
      return refused('forbidden', 'not from the app’s own page');
    }
    if (!isRoute(route)) return refused('bad-request', 'no such route');
    // A schema takes an empty list for an object without entries.
    if (Array.isArray(request)) return refused('bad-request', 'a list is no request');
    try {
      return await run(routes, route, request);
    } catch (error) {
      log('route-failed', { route, error: error instanceof Error ? error.name : typeof error });
      return refused('internal');
    }
  };
}

const isRoute = (route: unknown): route is RouteName => typeof route === 'string' && Object.hasOwn(ROUTES, route);

async function run(routes: Routes, route: RouteName, request: unknown): Promise<Result<unknown>> {
  const parsed = v.safeParse(ROUTES[route], request);
  if (!parsed.success) return refused('bad-request', v.summarize(parsed.issues).slice(0, 500));
  // The compiler can't see that schema and handler of one name belong together.
  const handle = routes[route] as (input: unknown) => Promise<Result<unknown>>;
  return await handle(parsed.output);
}
