import type { Result } from '#protocol/errors.ts';
import type { RoomId } from '#protocol/ids.ts';
import type { RouteInput } from '#protocol/ipc/contract.ts';
import { parseServer } from '#meeting/invite/serverAddress.ts';

import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { CreationKey } from './creationKey.ts';
import type { RecentMeetings } from './recentMeetings.ts';
import type { SettingsFile } from './settingsFile.ts';
import type { Stored } from './stored.ts';
import { settingsView } from './view.ts';

/** Servers that are remembered as used; the oldest make room. */
const MAX_KNOWN_SERVERS = 200;

/** Writes settings and shows them: file and snapshot never differ. */
export interface SettingsChanges {
  change(change: Partial<Stored>): void;
  /** From the settings screen. `bad-link` for a server that is none. */
  changeByPerson(change: RouteInput<'settings:change'>): Result<null>;
  /** Of the default server. `wrong-phase` where there is none. */
  keepCreationKey(key: string | null): Result<null>;
  forgetRecent(server: string, room: RoomId): void;
  /** The recent list was written elsewhere. */
  showRecent(): void;
  isKnownServer(server: string): boolean;
  addKnownServer(server: string): void;
  /** That I agreed to use, or was in a meeting on, in the order of the alphabet. */
  readonly knownServers: readonly string[];
  /** The next link to it asks again; its meetings go off the recent list. */
  forgetServer(server: string): void;
  /** Every server's agreement, and the creation key. Meetings stay in the recent list. */
  forgetServers(): void;
}

export function createSettingsChanges(
  settings: SettingsFile,
  recent: RecentMeetings,
  creationKey: CreationKey,
  store: SnapshotStore,
): SettingsChanges {
  const show = (): void => store.patch({ settings: settingsView(settings.values, creationKey.state) });
  const change = (change: Partial<Stored>): void => {
    settings.write(change);
    show();
  };
  const showRecent = (): void => store.patch({ recent: recent.list });
  const isKnownServer = (server: string): boolean =>
    settings.values.defaultServer === server ||
    settings.values.knownServers.includes(server) ||
    settings.values.recent.some((meeting) => meeting.server === server);

  return {
    change,
    changeByPerson(wanted) {
      const { defaultServer, ...rest } = wanted;
      const plain = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      if (defaultServer === undefined) {
        change(plain);
        return done;
      }
      const server = defaultServer === null ? null : parseServer(defaultServer);
      if (server?.ok === false) return server;
      change({ ...plain, defaultServer: server?.value ?? null });
      return done;
    },
    keepCreationKey(key) {
      const { defaultServer } = settings.values;
      if (defaultServer === null) return refused('wrong-phase', 'there is no server that it could be for');
      creationKey.keep(defaultServer, key);
      show();
      return done;
    },
    forgetRecent(server, room) {
      recent.forget(server, room);
      showRecent();
    },
    showRecent,
    isKnownServer,
    get knownServers() {
      const { knownServers, recent: meetings } = settings.values;
      const visited = meetings.filter(({ hosted }) => !hosted).map(({ server }) => server);
      return [...new Set([...knownServers, ...visited])].sort((a, b) => a.localeCompare(b));
    },
    forgetServer(server) {
      settings.write({ knownServers: settings.values.knownServers.filter((known) => known !== server) });
      for (const meeting of settings.values.recent) {
        if (meeting.server === server && !meeting.hosted) recent.forget(server, meeting.room);
      }
      showRecent();
    },
    forgetServers() {
      creationKey.forget();
      change({ knownServers: [] });
    },
    addKnownServer(server) {
      if (settings.values.knownServers.includes(server)) return;
      settings.write({ knownServers: [...settings.values.knownServers, server].slice(-MAX_KNOWN_SERVERS) });
    },
  };
}
