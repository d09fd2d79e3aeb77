import type { ParleyError, Result } from '#protocol/errors.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { MeetingClient } from '#client/contract.ts';
import type { Invite } from '#meeting/invite/inviteLink.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { Log } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import { refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { Entrances } from './entrances.ts';

/** How the person wants to go. */
export interface Way {
  readonly handOverTo?: ParticipantId | undefined;
  /** Straight in, with what is on now; otherwise, and always to a server that was never used, through the preview. */
  readonly now: boolean;
}

/** From one meeting to another, once the person has agreed to it. */
export interface Switching {
  /**
   * Settles when I am on the other side, or with why not; whoever is still in the first meeting then is told so by a
   * prompt (1104). `wrong-phase` outside of a meeting.
   */
  to(invite: Invite, way: Way): Promise<Result<null>>;
}

/** A change of mind, and an exit that has a dialog of its own. */
const SILENT: ReadonlySet<ParleyError['code']> = new Set(['cancelled', 'wrong-phase']);

export function createSwitching(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly entrances: Entrances;
  readonly prompts: PromptDesk;
  readonly isKnownServer: (server: string) => boolean;
  readonly log: Log;
}): Switching {
  const { store, entrances, prompts, isKnownServer, log } = parts;

  /** Whoever typed a link has not been asked whether they trust its server: they see it before they are seen there. */
  const mayGoAtOnce = ({ server }: Invite): boolean => server === null || isKnownServer(server);

  const say = (invite: Invite, error: ParleyError): void => {
    const { session } = store.current;
    if (!isInside(session) || SILENT.has(error.code)) return;
    const { server, room } = session.target;
    // A newer answer takes the place of the one before.
    prompts.withdraw('switch-failed');
    void prompts.ask({
      kind: 'switch-failed',
      server: invite.server ?? server,
      room: invite.room,
      from: room,
      error,
    });
  };

  return {
    async to(invite, { handOverTo, now }) {
      const { session, settings } = store.current;
      if (!isInside(session)) return refused('wrong-phase');
      const name = session.room.participants[session.me]?.name ?? settings.displayName;
      const switched = await entrances.switchTo(invite, {
        ...(handOverTo !== undefined && { handOverTo }),
        ...(now && mayGoAtOnce(invite) && { joinAs: name }),
      });
      if (switched.ok) return switched;
      log('switch-failed', { code: switched.error.code });
      say(invite, switched.error);
      return switched;
    },
  };
}
