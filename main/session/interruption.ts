import type { InterruptedMeeting } from '#protocol/ipc/snapshot.ts';
import type { Target } from '#protocol/session.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { HostingServer } from '../hosting/hosting.ts';
import type { RecentMeetings } from '../settings/recentMeetings.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import type { StoredPlace } from '../settings/stored.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/**
 * The meeting that the last run was in when it ended without a leave: it crashed, was killed, or lost its machine. Rejoining
 * takes the invite, or being known there as who I was; without a keyring both were forgotten with the last run.
 */
export function interruptedMeeting(
  settings: SettingsFile,
  recent: RecentMeetings,
  identityKept: boolean,
): InterruptedMeeting | null {
  const { inside } = settings.values;
  const meeting = inside === null ? undefined : recent.list.find(isAt(inside));
  if (meeting === undefined) return null;
  const secret = recent.find(meeting.server, meeting.room)?.secret ?? null;
  return { ...meeting, mayRejoin: secret !== null || identityKept };
}

/**
 * Keeps in the settings where I am, for as long as I am there. After an interruption the server inside this app starts
 * at once if the meeting was on it, because the others are waiting to get back in.
 */
export function watchInterruption(parts: {
  readonly store: SnapshotStore;
  readonly hosting: HostingServer;
  readonly settings: SettingsFile;
}): void {
  const { store, hosting, settings } = parts;
  if (store.current.app.interrupted?.hosted === true) void hosting.start();
  if (settings.values.inside !== null) settings.write({ inside: null });

  store.onChange(({ session, app, recent }) => {
    const interrupted = app.interrupted ?? null;
    if (interrupted !== null && (session.phase !== 'idle' || !recent.some(isAt(interrupted)))) {
      store.patch({ app: { ...app, interrupted: null } });
    }
  });
  store.onTold(({ session }, before) => {
    if (isInside(session) === isInside(before.session)) return;
    settings.write({ inside: isInside(session) ? placeOf(session.target) : null });
  });
}

const placeOf = ({ server, room }: Target): StoredPlace => ({ server, room });

const isAt = (place: StoredPlace) => (meeting: StoredPlace) =>
  meeting.server === place.server && meeting.room === place.room;
