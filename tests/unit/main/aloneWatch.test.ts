import { describe, expect, test } from 'vitest';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { room, welcomed } from './support/meeting.ts';
import { reported, toMeeting } from './support/situations.ts';

const MINUTE = 60_000;
const prompt = (app: TestApp) => app.parley.store.current.prompt;
const session = (app: TestApp) => app.parley.store.current.session;

async function alone(stored = {}): Promise<TestApp> {
  const app = testApp({ stored });
  await toMeeting(app, { alone: true });
  return app;
}

async function answer(app: TestApp, word: 'stay' | 'leave'): Promise<void> {
  await app.request('prompt:answer', { id: prompt(app)?.id ?? '', answer: word, remember: false });
  await settled();
}

const changed = async (app: TestApp, of: Parameters<typeof room>[0]): Promise<void> => {
  const media = { microphone: true, camera: true, screen: false };
  app.client.feed({ type: 'room-changed', room: room({ media, ...of }) });
  await settled();
};

describe('whoever is alone in a meeting', () => {
  test('is asked after five minutes whether to stay, and not before', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE - 1);
    expect(prompt(app)).toBeNull();
    await app.clock.advance(1);
    expect(prompt(app)).toMatchObject({ kind: 'alone', until: app.clock.now() + MINUTE });
    expect(app.client.commands).toEqual([]);
  });

  test('who does not answer within a minute is out by 1006, told after everything is released (semantics rule 2)', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE);
    await app.clock.advance(MINUTE - 1);
    expect(session(app).phase).toBe('joined');
    await app.clock.advance(1);
    expect(app.client.commands).toEqual([{ type: 'leave', policy: 'alone' }]);
    expect(prompt(app)).toBeNull();
    expect(session(app)).toMatchObject({
      phase: 'over',
      exit: { reason: { code: 1006 }, policy: 'alone', mine: false, mayRejoin: true, released: false },
    });
    const notices = () => app.pushed.filter(({ name }) => name === 'notice').map(({ payload }) => payload);
    expect(notices()).toEqual([]);
    await app.request('capture:report', reported());
    await settled();
    expect(session(app)).toMatchObject({ exit: { released: true } });
    expect(notices()).toMatchObject([{ type: 'meeting-left', reason: { code: 1006 }, policy: 'alone' }]);
    expect(app.done.at(-1)).toMatch(/-may-sleep$/);
    await app.clock.advance(60 * MINUTE);
    expect(app.client.commands).toHaveLength(1);
  });

  test('who stays is asked again after the same time', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE);
    await answer(app, 'stay');
    expect(prompt(app)).toBeNull();
    await app.clock.advance(5 * MINUTE - 1);
    expect([prompt(app), session(app).phase]).toEqual([null, 'joined']);
    await app.clock.advance(1);
    expect(prompt(app)).toMatchObject({ kind: 'alone' });
  });

  test('who answers Leave has left like anybody who leaves: 1101, and no dialog', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE);
    await answer(app, 'leave');
    expect(app.client.commands).toEqual([{ type: 'leave' }]);
    expect(session(app)).toMatchObject({ phase: 'over', exit: { reason: { code: 1101 }, mine: true } });
    await app.clock.advance(5 * MINUTE);
    expect(app.client.commands).toHaveLength(1);
  });

  test('is asked nothing any more when somebody comes in, and waits anew when they go', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE + 30_000);
    expect(prompt(app)).toMatchObject({ kind: 'alone' });
    await changed(app, {});
    expect(prompt(app)).toBeNull();
    await app.clock.advance(60 * MINUTE);
    expect([app.client.commands, session(app).phase]).toEqual([[], 'joined']);
    await changed(app, { alone: true });
    await app.clock.advance(5 * MINUTE - 1);
    expect(prompt(app)).toBeNull();
    await app.clock.advance(1);
    expect(prompt(app)).toMatchObject({ kind: 'alone' });
  });

  test('is asked nothing while the connection is lost: nobody knows then who is there', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE);
    app.client.feed({ type: 'connection-lost', at: 3 });
    await settled();
    expect(prompt(app)).toBeNull();
    await app.clock.advance(10 * MINUTE);
    expect(app.client.commands).toEqual([]);
    app.client.feed(welcomed({ alone: true }));
    await settled();
    await app.clock.advance(5 * MINUTE);
    expect(prompt(app)).toMatchObject({ kind: 'alone' });
  });

  test('is told by the desktop where there is no window to be asked in', async () => {
    const app = await alone();
    app.window.visible = false;
    await app.clock.advance(5 * MINUTE);
    expect(app.notifications).toMatchObject([{ title: 'You are alone here' }]);
    app.notifications[0]?.click();
    expect(app.window.visible).toBe(true);
  });

  test('with the window in sight is not told twice', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE);
    expect(app.notifications).toEqual([]);
  });

  test('whose leave the server refuses is asked again later', async () => {
    const app = await alone();
    app.client.answer = () => Promise.resolve({ ok: false, error: { code: 'rate-limited' } });
    await app.clock.advance(6 * MINUTE);
    expect([prompt(app), session(app).phase]).toEqual([null, 'joined']);
    await app.clock.advance(5 * MINUTE);
    expect(prompt(app)).toMatchObject({ kind: 'alone' });
  });
});

describe('the setting', () => {
  test('switches the question off', async () => {
    const app = await alone({ aloneMinutes: null });
    await app.clock.advance(600 * MINUTE);
    expect([prompt(app), app.client.commands]).toEqual([null, []]);
  });

  test('takes a question that is open back when it is switched off', async () => {
    const app = await alone();
    await app.clock.advance(5 * MINUTE);
    await app.request('settings:change', { aloneMinutes: null });
    await settled();
    expect(prompt(app)).toBeNull();
    await app.clock.advance(5 * MINUTE);
    expect(app.client.commands).toEqual([]);
  });

  test('counts from when I was alone, also if it is changed meanwhile', async () => {
    const app = await alone({ aloneMinutes: 60 });
    await app.clock.advance(10 * MINUTE);
    await app.request('settings:change', { aloneMinutes: 15 });
    await app.clock.advance(5 * MINUTE - 1);
    expect(prompt(app)).toBeNull();
    await app.clock.advance(1);
    expect(prompt(app)).toMatchObject({ kind: 'alone' });
  });

  test.each([0, -5, 1441])('%s minutes are refused', async (aloneMinutes) => {
    const app = testApp();
    expect(await app.request('settings:change', { aloneMinutes })).toMatchObject({ ok: false });
    expect(app.settings.values.aloneMinutes).toBe(5);
  });
});

test('whoever is not alone is not asked', async () => {
  const app = testApp();
  await toMeeting(app);
  await app.clock.advance(600 * MINUTE);
  expect(prompt(app)).toBeNull();
});
