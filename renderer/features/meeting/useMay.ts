import { useCallback } from 'react';

import { mayInSession } from '#meeting/session/mayInSession.ts';
import type { Permission } from '#protocol/roles.ts';

import { useSession } from '../../bridge/parley.ts';

/** May I? For whoever asks only that: it ties no component to the meeting, as `useMeeting` does. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return useCallback((permission) => mayInSession(session, permission), [session]);
}
