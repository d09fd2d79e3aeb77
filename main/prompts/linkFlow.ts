import { type Invite, parseInvite } from '#meeting/invite/inviteLink.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { Log, WindowPort } from '../ports.ts';
import type { Entrances } from '../session/entrances.ts';
import type { Leaving } from '../session/leaving.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { PromptDesk } from './promptDesk.ts';

/**
 * A link that came from outside: clicked in a browser, passed by another program. Nothing is connected to, joined or
 * opened before the person agreed to this server and this room, and a server never used takes a second step (invariant
 * 8). Agreeing leads to preview, never into the meeting.
 */
export interface LinkFlow {
  open(link: string): Promise<void>;
}

export function createLinkFlow(parts: {
  readonly store: SnapshotStore;
  readonly prompts: PromptDesk;
  readonly entrances: Entrances;
  readonly leaving: Leaving;
  readonly window: WindowPort;
  readonly isKnownServer: (server: string) => boolean;
  readonly log: Log;
}): LinkFlow {
  const { store, prompts, entrances, leaving, window, isKnownServer, log } = parts;

  const isHere = ({ server, room }: Invite): boolean => {
    const { session } = store.current;
    return (
      isInMeeting(session) && 'target' in session && session.target.server === server && session.target.room === room
    );
  };

  const agreed = async (server: string, invite: Invite): Promise<boolean> => {
    const { room } = invite;
    const inMeeting = isInMeeting(store.current.session);
    const opening = await prompts.ask({ kind: 'open-link', server, room, inMeeting });
    if (opening.answer !== 'accept') return false;
    if (isKnownServer(server)) return true;
    const trust = await prompts.ask({ kind: 'trust-server', server, room });
    return trust.answer === 'accept';
  };

  return {
    async open(link) {
      window.show();
      // The newest link is the one that the person is looking for.
      prompts.withdraw('open-link', 'trust-server', 'bad-link');
      const invite = parseInvite(link);
      if (!invite.ok || invite.value.server === null) {
        log('link-refused');
        const detail = invite.ok ? 'the link names no server' : (invite.error.detail ?? '');
        await prompts.ask({ kind: 'bad-link', detail });
        return;
      }
      if (isHere(invite.value)) return;
      if (!(await agreed(invite.value.server, invite.value))) return;
      await leaving.leaveAndWait();
      const opened = await entrances.openInvite(invite.value);
      if (!opened.ok) log('link-not-opened', { code: opened.error.code });
    },
  };
}
