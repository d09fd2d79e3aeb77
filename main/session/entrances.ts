import type { Result } from '#protocol/errors.ts';
import type { RoomId } from '#protocol/ids.ts';
import type { Access, MeetingClient } from '#client/contract.ts';
import { type Invite, parseInvite } from '#meeting/invite/inviteLink.ts';

import type { HostingServer } from '../hosting/hosting.ts';
import { refused } from '../results.ts';
import type { RecentMeetings } from '../settings/recentMeetings.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** The ways into a preview. None of them connects to a meeting: that takes the person's own click on join. */
export interface Entrances {
  create(): Promise<Result<null>>;
  /** A code or link, typed or pasted by the person. */
  open(text: string): Promise<Result<null>>;
  openInvite(invite: Invite): Promise<Result<null>>;
  reopen(server: string, room: RoomId): Promise<Result<null>>;
  /** A room is being made, or the server for it started. */
  readonly busy: boolean;
  onBusy(listener: () => void): () => void;
  /** Lets what is under way come to nothing. */
  giveUp(): void;
  /** What it takes to get into the meeting that was opened last. */
  readonly access: Access | null;
}

interface Parts {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly hosting: HostingServer;
  readonly settings: SettingsFile;
  readonly recent: RecentMeetings;
}

export function createEntrances(parts: Parts): Entrances {
  const { client, store, recent, hosting } = parts;
  let access: Access | null = null;
  /** Counts attempts: what belongs to an older one is dropped. */
  let attempt = 0;
  let underway: number | null = null;
  const listeners = new Set<() => void>();
  const setUnderway = (which: number | null): void => {
    underway = which;
    for (const listener of listeners) listener();
  };

  /** One way in at a time, from idle or over only, and given up if told so meanwhile. */
  const enter = async (find: () => Promise<Result<Access>>): Promise<Result<null>> => {
    const { phase } = store.current.session;
    if (underway !== null || (phase !== 'idle' && phase !== 'over')) return refused('wrong-phase');
    attempt += 1;
    const mine = attempt;
    setUnderway(mine);
    try {
      const found = await find();
      if (mine !== attempt) return refused('cancelled');
      if (!found.ok) return found;
      const opened = client.open(found.value);
      if (opened.ok) access = found.value;
      return opened;
    } finally {
      if (underway === mine) setUnderway(null);
    }
  };
  const openInvite = (invite: Invite): Promise<Result<null>> => enter(() => locate(parts, invite));

  return {
    create: () => enter(() => makeRoom(parts)),
    async open(text) {
      const invite = parseInvite(text);
      return invite.ok ? await openInvite(invite.value) : invite;
    },
    openInvite,
    reopen: (server, room) =>
      enter(async () => {
        const known = recent.find(server, room);
        return known === null ? refused('room-not-found', 'not in the list') : await reach(hosting, known);
      }),
    get busy() {
      return underway !== null;
    },
    onBusy(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    giveUp() {
      attempt += 1;
      if (underway !== null) setUnderway(null);
    },
    get access() {
      return access;
    },
  };
}

async function makeRoom({ client, settings, hosting }: Parts): Promise<Result<Access>> {
  const { defaultServer } = settings.values;
  if (defaultServer !== null) return await client.createRoom(defaultServer, { hosted: false });
  const host = await hosting.start();
  if (!host.ok) return host;
  return await client.createRoom(host.value.server, { hosted: true, key: host.value.key });
}

/** Where an invite leads. A bare code: a meeting I was in, else on the default server, else on the one in this app. */
async function locate({ settings, recent, hosting }: Parts, invite: Invite): Promise<Result<Access>> {
  const { server, room, secret } = invite;
  if (server !== null) {
    const own = hosting.own(server);
    return found({ target: { server: own ?? server, room, hosted: own !== null }, secret });
  }
  const known = recent.findByCode(room);
  if (known !== null) return await reach(hosting, known);
  const { defaultServer } = settings.values;
  if (defaultServer !== null) return found({ target: { server: defaultServer, room, hosted: false }, secret });
  if (hosting.view.state === 'off' || hosting.view.state === 'failed') return refused('server-unknown');
  return await reach(hosting, { target: { server: '', room, hosted: true }, secret });
}

/** A meeting on the server inside this app needs that server, which may listen elsewhere today than when it was kept. */
async function reach(hosting: HostingServer, access: Access): Promise<Result<Access>> {
  if (!access.target.hosted) return found(access);
  const host = await hosting.start();
  if (!host.ok) return host;
  return found({ ...access, target: { ...access.target, server: host.value.server } });
}

const found = (access: Access): Result<Access> => ({ ok: true, value: access });
