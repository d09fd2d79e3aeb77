import type { Result } from '#protocol/errors.ts';
import type { RoomId } from '#protocol/ids.ts';
import type { Target } from '#protocol/session.ts';
import type { Access, MeetingClient, SwitchWay } from '#client/contract.ts';
import { type Invite, parseInvite } from '#meeting/invite/inviteLink.ts';

import type { HostingServer } from '../hosting/hosting.ts';
import { refused } from '../results.ts';
import type { CreationKey } from '../settings/creationKey.ts';
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
  /** From the meeting that I am in to another one, which is asked first; see the client's `switchTo`. */
  switchTo(invite: Invite, way: SwitchWay): Promise<Result<null>>;
  /** A room is being made, or the server for it started. */
  readonly busy: boolean;
  onBusy(listener: () => void): () => void;
  /** Lets what is under way come to nothing. */
  giveUp(): void;
  /** What it takes to get into a meeting that was opened, or switched to, in this run. */
  accessTo(target: Target): Access | null;
}

interface Parts {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly hosting: HostingServer;
  readonly settings: SettingsFile;
  readonly recent: RecentMeetings;
  readonly creationKey: Pick<CreationKey, 'for'>;
}

export function createEntrances(parts: Parts): Entrances {
  return new Ways(parts);
}

class Ways implements Entrances {
  readonly #parts: Parts;
  readonly #listeners = new Set<() => void>();
  readonly #accesses = new Map<string, Access>();
  /** Counts attempts: what belongs to an older one is dropped. */
  #attempt = 0;
  #underway: number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get busy(): boolean {
    return this.#underway !== null;
  }

  accessTo(target: Target): Access | null {
    return this.#accesses.get(keyOf(target)) ?? null;
  }

  onBusy(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  create(): Promise<Result<null>> {
    return this.#enter(() => makeRoom(this.#parts));
  }

  async open(text: string): Promise<Result<null>> {
    const invite = parseInvite(text);
    return invite.ok ? await this.openInvite(invite.value) : invite;
  }

  openInvite(invite: Invite): Promise<Result<null>> {
    return this.#enter(() => locate(this.#parts, invite));
  }

  reopen(server: string, room: RoomId): Promise<Result<null>> {
    const { recent, hosting } = this.#parts;
    return this.#enter(async () => {
      const known = recent.find(server, room);
      return known === null ? refused('room-not-found', 'not in the list') : await reach(hosting, known);
    });
  }

  async switchTo(invite: Invite, way: SwitchWay): Promise<Result<null>> {
    const { client, store } = this.#parts;
    this.giveUp();
    const mine = this.#attempt;
    const found = await locate(this.#parts, invite);
    if (mine !== this.#attempt) return refused('cancelled');
    if (!found.ok) return found;
    const { target } = found.value;
    this.#accesses.set(keyOf(target), found.value);
    store.patch({ switchingTo: target });
    try {
      return await client.switchTo(found.value, way);
    } finally {
      if (store.current.switchingTo === target) store.patch({ switchingTo: null });
    }
  }

  giveUp(): void {
    this.#attempt += 1;
    this.#parts.client.giveUpSwitch();
    if (this.#underway !== null) this.#setUnderway(null);
  }

  /** One way in at a time, from idle or over only, and given up if told so meanwhile. */
  async #enter(find: () => Promise<Result<Access>>): Promise<Result<null>> {
    const { phase } = this.#parts.store.current.session;
    if (this.busy || (phase !== 'idle' && phase !== 'over')) return refused('wrong-phase');
    this.#attempt += 1;
    const mine = this.#attempt;
    this.#setUnderway(mine);
    try {
      const found = await find();
      if (mine !== this.#attempt) return refused('cancelled');
      if (!found.ok) return found;
      const opened = this.#parts.client.open(found.value);
      if (opened.ok) this.#accesses.set(keyOf(found.value.target), found.value);
      return opened;
    } finally {
      if (this.#underway === mine) this.#setUnderway(null);
    }
  }

  #setUnderway(which: number | null): void {
    this.#underway = which;
    for (const listener of this.#listeners) listener();
  }
}

async function makeRoom({ client, settings, hosting, creationKey }: Parts): Promise<Result<Access>> {
  const { defaultServer } = settings.values;
  if (defaultServer !== null) return await makeThere(client, defaultServer, creationKey.for(defaultServer));
  const host = await hosting.start();
  if (!host.ok) return host;
  return await client.createRoom(host.value.server, { hosted: true, key: host.value.key });
}

/** What `forbidden` says of a server that is not one's own hangs on whether it was shown a key. */
async function makeThere(client: MeetingClient, server: string, key: string | null): Promise<Result<Access>> {
  const made = await client.createRoom(server, { hosted: false, ...(key !== null && { key }) });
  if (made.ok || made.error.code !== 'forbidden') return made;
  return refused(key === null ? 'creation-key-missing' : 'creation-key-refused', made.error.detail);
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

const keyOf = ({ server, room }: Target): string => `${server} ${room}`;

const found = (access: Access): Result<Access> => ({ ok: true, value: access });
