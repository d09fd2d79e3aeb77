import { describe, expect, test } from 'vitest';

import type { PrincipalId } from '#protocol/ids.ts';
import type { Knock, Room } from '#protocol/room.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { room } from './support/meeting.ts';
import { toMeeting } from './support/situations.ts';

async function inMeeting(visible = false): Promise<TestApp> {
  const app = testApp();
  await toMeeting(app);
  app.window.visible = visible;
  return app;
}

const knock = (name: string, but: Partial<Knock> = {}): Knock => ({
  principal: `principal-of-${name}` as PrincipalId,
  name,
  at: 1,
  ...but,
});

async function waiting(app: TestApp, ...knocks: readonly Knock[]): Promise<void> {
  const waits: Room['waiting'] = Object.fromEntries(knocks.map((each) => [each.principal, each]));
  app.client.feed({ type: 'room-changed', room: { ...room(), waiting: waits } });
  await settled();
}

const titles = (app: TestApp) => app.notifications.map(({ title }) => title);

describe('somebody who waits to be let in, with no window to look at', () => {
  test('is told of once; a click brings the window with the people who are there and who wait', async () => {
    const app = await inMeeting();
    await waiting(app, knock('Ben'));
    await waiting(app, knock('Ben'), knock('Cleo'));
    expect(titles(app)).toEqual(['Ben waits to be let in', 'Cleo waits to be let in']);
    app.notifications[0]?.click();
    expect(app.window.visible).toBe(true);
    expect(app.pushed).toContainEqual({ name: 'show', payload: { panel: 'people' } });
  });

  test('is let in by the button of the notification, without the window', async () => {
    const app = await inMeeting();
    await waiting(app, knock('Ben'));
    expect(app.notifications[0]?.action?.label).toBe('Let in');
    app.notifications[0]?.action?.run();
    await settled();
    expect(app.client.commands.at(-1)).toEqual({ type: 'admit', principal: 'principal-of-Ben' });
    expect(app.window.visible).toBe(false);
  });

  test('and can not be let in any more, because they went, is looked for in the list', async () => {
    const app = await inMeeting();
    await waiting(app, knock('Ben'));
    app.client.answer = () => Promise.resolve({ ok: false, error: { code: 'not-waiting' } });
    app.notifications[0]?.action?.run();
    await settled();
    expect(app.window.visible).toBe(true);
    expect(app.pushed).toContainEqual({ name: 'show', payload: { panel: 'people' } });
  });

  test('and was barred says what they have to say', async () => {
    const app = await inMeeting();
    await waiting(app, knock('Dan', { appeal: 'Sorry about that' }));
    expect(app.notifications[0]).toMatchObject({ title: 'Dan asks to come back', body: 'Sorry about that' });
  });

  test('with many others is told of in one word', async () => {
    const app = await inMeeting();
    await waiting(app, ...['A', 'B', 'C', 'D'].map((name) => knock(name)));
    expect(titles(app)).toEqual(['4 people wait to be let in']);
    expect(app.notifications[0]?.action, 'nobody knows which of them').toBeUndefined();
  });

  test('is on the screen where there is one to look at, and in no notification', async () => {
    const app = await inMeeting(true);
    await waiting(app, knock('Ben'));
    expect(titles(app)).toEqual([]);
  });
});
