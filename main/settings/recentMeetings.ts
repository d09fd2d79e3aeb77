import type { Millis, RoomId } from '#protocol/ids.ts';
import type { RecentMeeting } from '#protocol/ipc/snapshot.ts';
import type { Access } from '#client/contract.ts';

import type { Vault } from '../ports.ts';
import type { SettingsFile } from './settingsFile.ts';
import type { StoredRecent } from './stored.ts';

/** Meetings in the list: enough to scroll through, few enough to read. */
const MAX_RECENT = 20;

/** Meetings that I was in, newest first. Secrets are kept sealed, or in memory until the app quits. */
export interface RecentMeetings {
  readonly list: readonly RecentMeeting[];
  remember(access: Access, at: Millis): void;
  forget(server: string, room: RoomId): void;
  forgetAll(): void;
  find(server: string, room: RoomId): Access | null;
  /** The newest with this code, whatever its server. */
  findByCode(room: RoomId): Access | null;
}

export function createRecentMeetings(settings: SettingsFile, vault: Vault): RecentMeetings {
  const secrets = new Map<string, string>();

  const accessOf = (recent: StoredRecent): Access => {
    const { server, room, hosted } = recent;
    const inMemory = secrets.get(keyOf(server, room));
    const secret = inMemory ?? (recent.secret === null ? null : vault.open(recent.secret));
    return { target: { server, room, hosted }, secret };
  };
  const first = (matches: (recent: StoredRecent) => boolean): Access | null => {
    const recent = settings.values.recent.find(matches);
    return recent === undefined ? null : accessOf(recent);
  };

  return {
    get list() {
      return settings.values.recent.map(({ server, room, hosted, lastAt }) => ({ server, room, hosted, lastAt }));
    },
    remember({ target, secret }, at) {
      const { server, room, hosted } = target;
      const others = settings.values.recent.filter((recent) => !isSame(server, room)(recent));
      if (secret !== null) secrets.set(keyOf(server, room), secret);
      const sealed = secret === null || !vault.available ? null : vault.seal(secret);
      const recent = [{ server, room, hosted, lastAt: at, secret: sealed }, ...others].slice(0, MAX_RECENT);
      settings.write({ recent });
    },
    forget(server, room) {
      secrets.delete(keyOf(server, room));
      settings.write({ recent: settings.values.recent.filter((recent) => !isSame(server, room)(recent)) });
    },
    forgetAll() {
      secrets.clear();
      settings.write({ recent: [] });
    },
    find: (server, room) => first(isSame(server, room)),
    findByCode: (room) => first((recent) => recent.room === room),
  };
}

const keyOf = (server: string, room: RoomId): string => `${server} ${room}`;

const isSame = (server: string, room: RoomId) => (recent: StoredRecent) =>
  recent.server === server && recent.room === room;
