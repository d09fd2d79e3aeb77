import { useEffect, useState } from 'react';

import type { ParleyError, Result } from '#protocol/errors.ts';
import type { RouteAnswer } from '#protocol/ipc/contract.ts';

import { useParley } from '../../../bridge/parley.ts';

type Listing = 'privacy:list' | 'servers:list';

interface Asked<Name extends Listing> {
  /** Null until main has answered. */
  readonly answer: RouteAnswer<Name> | null;
  readonly error: ParleyError | null;
  /** What main answered to something else, which is what it would answer now. */
  readonly put: (answer: Result<RouteAnswer<Name>>) => void;
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
  return { answer, error, put };
}
