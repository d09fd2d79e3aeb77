import { describe, expect, test } from 'vitest';

import { LONG_SLEEP_MS } from '#main/session/sleep.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { welcomed } from './support/meeting.ts';
import { reported, toMeeting } from './support/situations.ts';

const wanted = ({ parley }: TestApp) => {
  const { microphone, camera } = parley.store.current.capture;
  return { microphone: microphone.wanted, camera: camera.wanted };
};

async function sleep(app: TestApp, ms: number): Promise<void> {
  app.parley.sleep.suspended();
  await app.clock.advance(ms);
  app.parley.sleep.resumed();
  await settled();
}

describe('a short sleep', () => {
  test('checks the connection at once; the camera does not come back on by itself', async () => {
    const app = testApp();
    await toMeeting(app);
    await sleep(app, 5_000);
    expect(app.client.asked.at(-1)).toBe('nudge');
    expect(wanted(app)).toEqual({ microphone: true, camera: false });
  });

  test('in which the connection was lost is resumed without a question', async () => {
    const app = testApp();
    await toMeeting(app);
    await sleep(app, 5_000);
    app.client.feed({ type: 'connection-lost', at: 3 });
    await settled();
    expect(app.parley.store.current.session.phase).toBe('reconnecting');
    app.client.feed(welcomed());
    expect(wanted(app)).toEqual({ microphone: true, camera: false });
  });
});

describe('a long sleep', () => {
  test.each([LONG_SLEEP_MS, 120_000, 8 * 3_600_000])(
    'of %i ms in which the connection was lost ends the stay, and asks',
    async (ms) => {
      const app = testApp();
      await toMeeting(app);
      await sleep(app, ms);
      expect(wanted(app)).toEqual({ microphone: false, camera: false });
      app.client.feed({ type: 'connection-lost', at: 3 });
      await settled();
      await app.request('capture:report', reported());
      await settled();
      expect(app.parley.store.current.session).toMatchObject({
        phase: 'over',
        exit: { reason: { code: 1102 }, mine: false, mayRejoin: true, released: true },
      });
    },
  );

  test('that began while reconnecting ends the stay as well', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed({ type: 'connection-lost', at: 3 });
    await sleep(app, LONG_SLEEP_MS);
    expect(app.parley.store.current.session).toMatchObject({ phase: 'over', exit: { reason: { code: 1102 } } });
  });

  test('that the connection outlived leaves me in, with everything off', async () => {
    const app = testApp();
    await toMeeting(app);
    await sleep(app, LONG_SLEEP_MS);
    expect(app.parley.store.current.session.phase).toBe('joined');
    expect(wanted(app)).toEqual({ microphone: false, camera: false });
    // A connection that is lost much later has nothing to do with it.
    await app.clock.advance(60_000);
    app.client.feed({ type: 'connection-lost', at: 3 });
    await settled();
    expect(app.parley.store.current.session.phase).toBe('reconnecting');
  });
});

test('sleeping outside a meeting does nothing but a check', async () => {
  const app = testApp();
  await sleep(app, LONG_SLEEP_MS);
  expect(app.client.asked).toEqual(['nudge']);
  expect(app.parley.store.current.session.phase).toBe('idle');
});

test('waking without having been seen to fall asleep counts as short', async () => {
  const app = testApp();
  await toMeeting(app);
  app.parley.sleep.resumed();
  expect(wanted(app)).toEqual({ microphone: true, camera: true });
});
