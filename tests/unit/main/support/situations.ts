import type { Result } from '#protocol/errors.ts';
import type { RouteInput } from '#protocol/ipc/contract.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { evolve } from '#meeting/room/evolve.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { settled } from './fakeClock.ts';
import type { TestApp } from './ground.ts';
import { SECRET, TARGET, welcomed } from './meeting.ts';

export type Report = RouteInput<'capture:report'>;

/** What a page reports: the kinds named are live, all else is off. */
export const reported = (
  live: { microphone?: boolean; camera?: boolean; screen?: boolean } = {},
  links = 0,
): Report => ({
  microphone: { live: live.microphone ?? false, error: null },
  camera: { live: live.camera ?? false, error: null },
  screen: { live: live.screen ?? false, error: null },
  links,
});

export const LINK = `parley://join/${TARGET.server}/${TARGET.room}#${SECRET}`;

/** The page has loaded and set up its media. */
export async function loadPage(app: TestApp): Promise<void> {
  await app.request('app:snapshot', {});
  await app.request('signal:ready', {});
  await settled();
}

export async function toPreview(app: TestApp): Promise<void> {
  await loadPage(app);
  await app.request('session:open', { target: LINK });
  await settled();
}

/** In a meeting with Ben, with camera and microphone open and one link up. */
export async function toMeeting(app: TestApp, of: Parameters<typeof welcomed>[0] = {}): Promise<void> {
  await toPreview(app);
  await app.request('capture:report', reported({ microphone: true, camera: true }));
  await app.request('session:join', { name: 'Ana' });
  app.client.feed(welcomed({ media: { microphone: true, camera: true, screen: false }, ...of }));
  await app.request('capture:report', reported({ microphone: true, camera: true }, 1));
  await settled();
}

/** The same in a meeting on the server inside this app. */
export async function toOwnMeeting(app: TestApp): Promise<void> {
  await loadPage(app);
  await app.request('session:create', {});
  await settled();
  await app.request('session:join', { name: 'Ana' });
  app.client.feed(welcomed({ role: 'host' }));
  await settled();
}

/** Chooses the screen of the desktop, as the picker does. */
export async function startSharing(app: TestApp, source = 'screen:0:0', sound = false): Promise<Result<unknown>> {
  await app.request('share:sources', {});
  return app.request('share:start', { source, sound });
}

/** Something happens in the room, and everybody is told. */
export async function happen(app: TestApp, ...events: readonly RoomEvent[]): Promise<void> {
  const { session } = app.client;
  if (!isInside(session)) throw new Error('the test is in no meeting');
  app.client.feed({ type: 'room-changed', room: events.reduce(evolve, session.room) });
  await settled();
}
