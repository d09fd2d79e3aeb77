import type { RecentMeeting } from '#protocol/ipc/snapshot.ts';
import type { Target } from '#protocol/session.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { HostingServer } from '../hosting/hosting.ts';
import type { RecentMeetings } from '../settings/recentMeetings.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import type { StoredPlace } from '../settings/stored.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** The meeting that the last run was in when it ended without a leave: it crashed, was killed, or lost its machine. */
export function interruptedMeeting(settings: SettingsFile, recent: RecentMeetings): RecentMeeting | null {
  const { inside } = settings.values;
  if (inside === null) return null;
  return recent.list.find(({ server, room }) => server === inside.server && room === inside.room) ?? null;
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

  store.onChange(({ session, app }, before) => {
    if (session.phase === before.session.phase) return;
    if (session.phase !== 'idle' && (app.interrupted ?? null) !== null) {
      store.patch({ app: { ...app, interrupted: null } });
    }
    if (isInside(session) === isInside(before.session)) return;
    settings.write({ inside: isInside(session) ? placeOf(session.target) : null });
  });
}

const placeOf = ({ server, room }: Target): StoredPlace => ({ server, room });
