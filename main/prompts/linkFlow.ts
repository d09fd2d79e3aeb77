import type { Result } from '#protocol/errors.ts';
import { type Invite, parseInvite } from '#meeting/invite/inviteLink.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { Log, WindowPort } from '../ports.ts';
import type { Entrances } from '../session/entrances.ts';
import type { Leaving } from '../session/leaving.ts';
import type { Switching, Way } from '../session/switching.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { PromptDesk } from './promptDesk.ts';

/**
 * A link that came from outside: clicked in a browser, passed by another program. Nothing is connected to, joined or
 * opened before the person agreed to this server and this room, and a server never used takes a second step (invariant
 * 8). Agreeing leads to preview; from a meeting, and to a server that was used before, the person may also say to be taken
 * straight in (docs/decisions/switching.md).
 */
export interface LinkFlow {
  open(link: string): Promise<void>;
}

export function createLinkFlow(parts: {
  readonly store: SnapshotStore;
  readonly prompts: PromptDesk;
  readonly entrances: Entrances;
  readonly leaving: Leaving;
  readonly switching: Switching;
  readonly window: WindowPort;
  readonly isKnownServer: (server: string) => boolean;
  readonly log: Log;
}): LinkFlow {
  const { store, prompts, entrances, leaving, switching, window, isKnownServer, log } = parts;

  const isHere = ({ server, room }: Invite): boolean => {
    const { session } = store.current;
    return (
      isInMeeting(session) && 'target' in session && session.target.server === server && session.target.room === room
    );
  };

  /** How the person wants to go there; null if not at all. */
  const agreed = async (server: string, invite: Invite): Promise<Way | null> => {
    const { room } = invite;
    const inMeeting = isInMeeting(store.current.session);
    const known = isKnownServer(server);
    const atOnce = known && isInside(store.current.session);
    const opening = await prompts.ask({ kind: 'open-link', server, room, inMeeting, atOnce });
    if (opening.answer === 'cancel') return null;
    const way = { handOverTo: opening.handOverTo, now: atOnce && opening.answer === 'switch-now' };
    if (known) return way;
    const trust = await prompts.ask({ kind: 'trust-server', server, room });
    return trust.answer === 'accept' ? way : null;
  };

  const go = async (invite: Invite, way: Way): Promise<Result<null>> => {
    if (isInside(store.current.session)) return await switching.to(invite, way);
    await leaving.leaveAndWait();
    return await entrances.openInvite(invite);
  };

  return {
    async open(link) {
      window.show();
      // The newest link is the one that the person is looking for.
      prompts.withdraw('open-link', 'trust-server', 'bad-link', 'switch-failed');
      const invite = parseInvite(link);
      if (!invite.ok || invite.value.server === null) {
        log('link-refused');
        const detail = invite.ok ? 'the link names no server' : (invite.error.detail ?? '');
        await prompts.ask({ kind: 'bad-link', detail });
        return;
      }
      if (isHere(invite.value)) return;
      const way = await agreed(invite.value.server, invite.value);
      if (way === null) return;
      const opened = await go(invite.value, way);
      if (!opened.ok) log('link-not-opened', { code: opened.error.code });
    },
  };
}
