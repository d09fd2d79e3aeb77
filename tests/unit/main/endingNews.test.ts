import { describe, expect, test } from 'vitest';

import type { PrincipalId } from '#protocol/ids.ts';
import type { Room, ScheduledEnd } from '#protocol/room.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { BEN, ended, ME, room } from './support/meeting.ts';
import { reported, toMeeting } from './support/situations.ts';

const principalOf = (id: string) => `principal-of-${id}` as PrincipalId;

async function inMeeting(visible = false): Promise<TestApp> {
  const app = testApp();
  await toMeeting(app);
  app.window.visible = visible;
  return app;
}

const scheduled = (app: TestApp, but: Partial<ScheduledEnd> = {}): ScheduledEnd => ({
  by: { participant: BEN, name: 'Ben' },
  principal: principalOf(BEN),
  note: 'Time is up',
  locked: false,
  endsAt: app.clock.now() + 10_000,
  ...but,
});

const changed = async (app: TestApp, but: Partial<Room>): Promise<void> => {
  app.client.feed({ type: 'room-changed', room: { ...room(), ...but } });
  await settled();
};

const told = (app: TestApp) => app.notifications.map(({ title, body }) => [title, body]);

describe('an end in a little while, with no window to look at', () => {
  test('is told once, with when, by whom and why; a click brings the window', async () => {
    const app = await inMeeting();
    const scheduledEnd = scheduled(app);
    await changed(app, { scheduledEnd });
    await changed(app, { scheduledEnd: { ...scheduledEnd }, rev: 9 });
    expect(told(app)).toEqual([['The meeting is about to end', 'In 10 seconds, by Ben. Time is up']]);
    app.notifications[0]?.click();
    expect(app.window.visible).toBe(true);
  });

  test('that is called off is told too, with who did it', async () => {
    const app = await inMeeting();
    await changed(app, { scheduledEnd: scheduled(app) });
    await changed(app, { scheduledEnd: null, cancelledEnd: { by: { participant: BEN, name: 'Ben' }, at: 1 } });
    expect(told(app).at(-1)).toEqual(['The meeting goes on', 'Ben called the end off.']);
  });

  test('that comes has the exit told, and no word of its going on', async () => {
    const app = await inMeeting();
    await changed(app, { scheduledEnd: scheduled(app) });
    app.client.feed(ended);
    await app.request('capture:report', reported());
    await settled();
    expect(told(app).map(([title]) => title)).toEqual(['The meeting is about to end', 'The meeting was ended']);
  });

  test('is no news to whoever set it, under whichever participant they are here', async () => {
    const app = await inMeeting();
    await changed(app, { scheduledEnd: scheduled(app, { principal: principalOf(ME) }) });
    expect(told(app)).toEqual([]);
  });
});

test('in the window the banner says it, and the desktop nothing, also when it is called off', async () => {
  const app = await inMeeting(true);
  await changed(app, { scheduledEnd: scheduled(app) });
  app.window.visible = false;
  await changed(app, { scheduledEnd: null });
  expect(told(app)).toEqual([]);
});

test('setting and calling off are sent as they are asked for', async () => {
  const app = await inMeeting(true);
  await app.request('room:schedule-end', { reason: ' Soon ', lock: true, inMs: 10_000 });
  await app.request('room:cancel-end', {});
  expect(app.client.commands).toEqual([
    { type: 'schedule-end', reason: 'Soon', lock: true, inMs: 10_000 },
    { type: 'cancel-end' },
  ]);
});

test.each([999, 300_001, 1_500.5])('an end in %j ms is refused before it is sent', async (inMs) => {
  const app = await inMeeting(true);
  const answer = await app.request('room:schedule-end', { reason: '', lock: false, inMs });
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  expect(app.client.commands).toEqual([]);
});
