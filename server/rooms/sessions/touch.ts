import type { Millis } from '#protocol/ids.ts';

import type { RoomParts } from '../parts.ts';

/** Keeps the sessions of a room that go on, and were last touched before then, from being swept as forgotten. */
export async function touchSessions(
  { attendance, settings, storage }: Pick<RoomParts, 'attendance' | 'settings' | 'storage'>,
  before: Millis,
): Promise<void> {
  for (const session of attendance.all()) {
    if (session.record.updatedAt > before) continue;
    session.record = { ...session.record, updatedAt: settings.clock.now() };
    await storage.sessions.put(session.record);
  }
}
