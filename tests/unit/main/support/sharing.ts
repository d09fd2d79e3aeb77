import type { MediaState } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

import { testApp, type TestApp } from './ground.ts';
import { BEN, ME } from './meeting.ts';
import { happen, type Report, reported, startSharing, toMeeting } from './situations.ts';

export const SENDING: MediaState = { microphone: true, camera: true, screen: false };
export const SCREEN = { kind: 'screen', name: 'Entire screen', sound: false };

export const capture = (app: TestApp) => app.parley.store.current.capture.screen;
export const share = (app: TestApp) => app.parley.store.current.share;
export const why = (app: TestApp) => app.parley.store.current.shareEnd?.why ?? null;
export const prompt = (app: TestApp) => app.parley.store.current.prompt;
export const commands = (app: TestApp) =>
  app.client.commands.map(({ type }) => type).filter((type) => type.includes('share'));
export const report = (app: TestApp, screen: Report['screen']) =>
  app.request('capture:report', { ...reported({ microphone: true, camera: true }, 1), screen });
export const live = (app: TestApp, on = true) => report(app, { live: on, error: null });

export const shares = (participant = BEN, screen = true): RoomEvent => ({
  type: 'media-state-changed',
  participant,
  media: { ...SENDING, screen },
  at: 10,
});
export const asked = (by = ME): RoomEvent => ({
  type: 'share-asked',
  participant: by === ME ? BEN : ME,
  by: { participant: by, name: by === ME ? 'Ana' : 'Ben' },
  at: 20,
});
export const answered = (participant = BEN, accepted = true): RoomEvent => ({
  type: 'share-answered',
  participant,
  accepted,
  at: 30,
});

export async function meeting(): Promise<TestApp> {
  const app = testApp();
  await toMeeting(app);
  return app;
}

/** Ana shares, and the room knows. */
export async function sharing(): Promise<TestApp> {
  const app = await meeting();
  await startSharing(app);
  await live(app);
  await happen(app, shares(ME));
  return app;
}

/** Ben shares, and Ana has asked to. */
export async function asking(): Promise<TestApp> {
  const app = await meeting();
  await happen(app, shares());
  app.client.answer = () => Promise.resolve({ ok: true, value: 5 });
  await startSharing(app);
  await happen(app, asked());
  return app;
}
