import type { MeetingClient } from '#client/contract.ts';

import type { HostingServer } from '../../hosting/hosting.ts';
import type { ClipboardPort, Log } from '../../ports.ts';
import type { PromptDesk } from '../../prompts/promptDesk.ts';
import { done, refused } from '../../results.ts';
import type { PageOutbox } from '../../session/pageOutbox.ts';
import type { SettingsChanges } from '../../settings/changes.ts';
import type { SnapshotStore } from '../../snapshot/snapshotStore.ts';
import type { RoutesOf } from '../routes.ts';

type AppRoutes = RoutesOf<'app'> &
  RoutesOf<'invite'> &
  RoutesOf<'hosting'> &
  RoutesOf<'prompt'> &
  RoutesOf<'settings'> &
  RoutesOf<'recent'>;

/** Everything round a meeting. */
export function appRoutes(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly outbox: PageOutbox;
  readonly hosting: HostingServer;
  readonly clipboard: ClipboardPort;
  readonly prompts: PromptDesk;
  readonly settings: SettingsChanges;
  readonly log: Log;
}): AppRoutes {
  const { client, store, outbox, hosting, clipboard, prompts, settings, log } = parts;
  return {
    'app:snapshot': () => {
      outbox.attached();
      return { ok: true, value: store.current };
    },
    // Whoever waits for it hears it before (greeting.ts).
    'app:drawn': () => {
      log('page-drawn');
      return done;
    },
    'invite:copy': ({ words }) => {
      const { session } = store.current;
      if (session.phase === 'idle') return refused('wrong-phase');
      // Guests come over the network as soon as that is open to them.
      const shared = session.target.hosted && hosting.view.state === 'shared' ? hosting.view.addresses[0] : undefined;
      const link = client.inviteLink(shared);
      if (link === null) return refused('forbidden', 'only who came by an invite link can pass it on');
      const server = shared ?? session.target.server;
      clipboard.writeText(words === undefined ? link : words.replaceAll('{link}', link).replaceAll('{server}', server));
      return { ok: true, value: { link } };
    },
    'hosting:share': () => hosting.share(),
    'hosting:unshare': () => hosting.unshare(),
    'prompt:answer': ({ id, ...answer }) => prompts.answer(id, answer),
    'settings:change': (change) => settings.changeByPerson(change),
    'settings:keep-creation-key': ({ key }) => settings.keepCreationKey(key),
    'recent:forget': ({ server, room }) => {
      settings.forgetRecent(server, room);
      return done;
    },
  };
}
