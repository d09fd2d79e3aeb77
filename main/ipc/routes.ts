import type { Result } from '#protocol/errors.ts';
import type { RouteAnswer, RouteInput, RouteName } from '#protocol/ipc/contract.ts';

/** One handler for each route, given what the schema let through. */
export type Routes = {
  readonly [Name in RouteName]: (
    input: RouteInput<Name>,
  ) => Result<RouteAnswer<Name>> | Promise<Result<RouteAnswer<Name>>>;
};

/** The routes of one noun. */
export type RoutesOf<Noun extends string> = Pick<Routes, Extract<RouteName, `${Noun}:${string}`>>;
