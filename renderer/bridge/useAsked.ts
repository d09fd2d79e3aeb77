import { useEffect, useState } from 'react';

import type { ParleyError, Result } from '#protocol/errors.ts';
import type { RouteAnswer } from '#protocol/ipc/contract.ts';

import { useParley } from './parley.ts';

type Listing = 'privacy:list' | 'servers:list' | 'receipt:list';

interface Asked<Name extends Listing> {
  /** Null until main has answered. */
  readonly answer: RouteAnswer<Name> | null;
  readonly error: ParleyError | null;
  /** What main answered to something else, which is what it would answer now. */
  readonly put: (answer: Result<RouteAnswer<Name>>) => void;
  /** Main did something else, or did not: what that leaves of what it answered last. */
  readonly change: (done: Result<unknown>, next: (before: RouteAnswer<Name>) => RouteAnswer<Name>) => void;
}

/** Something that main knows and the snapshot has not: asked for once, when the control is there. */
export function useAsked<Name extends Listing>(route: Name): Asked<Name> {
  const { bridge } = useParley();
  const [answer, setAnswer] = useState<RouteAnswer<Name> | null>(null);
  const [error, setError] = useState<ParleyError | null>(null);
  const put = (result: Result<RouteAnswer<Name>>): void => {
    setError(result.ok ? null : result.error);
    if (result.ok) setAnswer(result.value);
  };
  const change: Asked<Name>['change'] = (done, next) => {
    setError(done.ok ? null : done.error);
    // From what there is by then: of two that were sent at once both hold.
    if (done.ok) setAnswer((before) => (before === null ? null : next(before)));
  };
  useEffect(() => {
    let wanted = true;
    void bridge.request(route, {}).then((result) => {
      if (!wanted) return null;
      if (result.ok) setAnswer(result.value);
      else setError(result.error);
      return null;
    });
    return () => {
      wanted = false;
    };
  }, [bridge, route]);
  return { answer, error, put, change };
}
