import type { MeetingClient } from '#client/contract.ts';
import { parseInvite } from '#meeting/invite/inviteLink.ts';
import { offersRejoin } from '#meeting/session/exit.ts';

import type { CapturePolicy } from '../../capture/capturePolicy.ts';
import { done, refused } from '../../results.ts';
import type { Entrances } from '../../session/entrances.ts';
import type { Switching } from '../../session/switching.ts';
import type { SettingsChanges } from '../../settings/changes.ts';
import type { SnapshotStore } from '../../snapshot/snapshotStore.ts';
import type { RoutesOf } from '../routes.ts';

/** Into a meeting, and back to home. */
export function sessionRoutes(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly entrances: Entrances;
  readonly switching: Switching;
  readonly capture: CapturePolicy;
  readonly settings: SettingsChanges;
}): RoutesOf<'session'> {
  const { client, store, entrances, switching, capture, settings } = parts;
  return {
    'session:create': () => entrances.create(),
    'session:open': ({ target }) => entrances.open(target),
    'session:reopen': ({ server, room }) => entrances.reopen(server, room),
    'session:switch': async ({ target, ...way }) => {
      const invite = parseInvite(target);
      return invite.ok ? await switching.to(invite.value, way) : invite;
    },
    'session:stay': () => {
      entrances.giveUp();
      return done;
    },
    'session:join': async ({ name, appeal }) => {
      if (store.current.session.phase !== 'preview') return refused('wrong-phase');
      settings.change({ displayName: name });
      // What is really open: nobody is announced with a camera that has not come up.
      return await client.join({ name, media: capture.live, appeal });
    },
    'session:cancel': () => {
      entrances.giveUp();
      client.cancel();
      return done;
    },
    'session:dismiss': () => {
      client.dismiss();
      return done;
    },
    'session:ask-way-back': () => {
      client.askWayBack();
      return done;
    },
    'session:rejoin': async () => {
      const { session, settings: view } = store.current;
      if (session.phase !== 'over') return refused('wrong-phase');
      if (!offersRejoin(session)) return refused('forbidden');
      return await client.join({ name: view.displayName, media: capture.live });
    },
  };
}
