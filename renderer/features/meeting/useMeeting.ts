import { useCallback, useMemo } from 'react';

import { mayInSession } from '#meeting/session/mayInSession.ts';
import { isInside } from '#meeting/session/reduce.ts';
import type { Result } from '#protocol/errors.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { RouteName, RouteRequest } from '#protocol/ipc/contract.ts';
import type { Permission } from '#protocol/roles.ts';

import { useParley, useSession } from '../../bridge/parley.ts';
import { type StayHandlers, useStay } from './useStay.ts';

export type { StayHandlers } from './useStay.ts';

type Command = Extract<RouteName, 'room:leave' | 'room:end' | 'room:schedule-end' | 'room:remove' | 'session:switch'>;
type Answer = Promise<Result<null>>;

export interface Meeting {
  /** Only I go. The last host may name who is host afterwards. */
  readonly leave: (as?: { readonly handOverTo?: ParticipantId }) => Answer;
  /**
   * I go to another meeting, by its code or link: `now`, or through its preview. It is asked first, and while it would
   * not let me in I stay, and am asked what to do then.
   */
  readonly switchTo: (target: string, as?: { readonly handOverTo?: ParticipantId; readonly now?: boolean }) => Answer;
  /** Everyone goes: {@link endRoom} without reason and lock. */
  readonly end: () => Answer;
  readonly endRoom: (as: { readonly reason: string; readonly lock: boolean }) => Answer;
  /** {@link endRoom} a little later, unless somebody who may end it calls it off. */
  readonly scheduleEnd: (as: { readonly reason: string; readonly lock: boolean; readonly inMs: number }) => Answer;
  readonly remove: (participant: ParticipantId, as?: { readonly reason?: string; readonly bar?: boolean }) => Answer;
  /** May I? Answers before joining as well as inside; the server asks again when it is done. */
  readonly may: (permission: Permission) => boolean;
}

/**
 * The meeting as a component uses it (VideoSDK's `useMeeting`, 100ms's `endRoom`). Before joined, and after, every
 * command is refused with `not-joined` and nothing is sent. Handlers are called exactly once each, with the newest
 * closure. When the last component that uses this goes while the meeting goes on, the meeting is left.
 */
export function useMeeting(handlers: StayHandlers = {}): Meeting {
  const { bridge, store } = useParley();
  const session = useSession();
  useStay(handlers);

  const send = useCallback(
    async <Name extends Command>(route: Name, request: RouteRequest<Name>): Answer => {
      const session = store.get()?.session;
      if (!session || !isInside(session)) return { ok: false, error: { code: 'not-joined' } };
      return bridge.request<Command>(route, request);
    },
    [bridge, store],
  );

  const commands = useMemo(() => {
    const endRoom: Meeting['endRoom'] = (as) => send('room:end', as);
    return {
      leave: ({ handOverTo } = {}) => send('room:leave', handOverTo === undefined ? {} : { handOverTo }),
      switchTo: (target, { handOverTo, now = false } = {}) =>
        send('session:switch', handOverTo === undefined ? { target, now } : { target, now, handOverTo }),
      end: () => endRoom({ reason: '', lock: false }),
      endRoom,
      scheduleEnd: (as) => send('room:schedule-end', as),
      remove: (participant, { reason = '', bar = false } = {}) => send('room:remove', { participant, reason, bar }),
    } satisfies Omit<Meeting, 'may'>;
  }, [send]);

  return useMemo(() => ({ ...commands, may: (permission) => mayInSession(session, permission) }), [commands, session]);
}
