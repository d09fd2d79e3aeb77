import { useCallback, useRef, useState } from 'react';

import type { ParleyError, Result } from '#protocol/errors.ts';
import type { RouteAnswer, RouteName, RouteRequest } from '#protocol/ipc/contract.ts';

import { useParley } from './parley.ts';

export interface RequestState<Name extends RouteName> {
  /** Asks main. What changes comes as a snapshot; this only tells whether it was accepted. */
  readonly send: (request: RouteRequest<Name>) => Promise<Result<RouteAnswer<Name>>>;
  readonly pending: boolean;
  /** Why the last one was refused; null once another is sent. */
  readonly error: ParleyError | null;
  readonly clear: () => void;
}

/** One request of one control: sends it, knows whether it is still being answered and why it was refused. */
export function useRequest<Name extends RouteName>(route: Name): RequestState<Name> {
  const { bridge } = useParley();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ParleyError | null>(null);
  const newest = useRef(0);
  const send = useCallback(
    async (request: RouteRequest<Name>) => {
      const mine = ++newest.current;
      setPending(true);
      setError(null);
      const answer = await bridge.request(route, request);
      if (mine === newest.current) {
        setPending(false);
        setError(answer.ok ? null : answer.error);
      }
      return answer;
    },
    [bridge, route],
  );
  const clear = useCallback(() => setError(null), []);
  return { send, pending, error, clear };
}
