import { describe, expect, test } from 'vitest';

import { SHARE_ASK_MS } from '#meeting/room/sharing.ts';

import { settled } from './support/fakeClock.ts';
import { type TestApp } from './support/ground.ts';
import { BEN, ended, ME } from './support/meeting.ts';
import {
  answered,
  asked,
  asking,
  capture,
  commands,
  meeting,
  prompt,
  SCREEN,
  share,
  shares,
  sharing,
  why,
} from './support/sharing.ts';
import { happen, startSharing } from './support/situations.ts';

describe('whoever would like to share while another does', () => {
  test('asks, and begins with what was chosen as soon as they stop', async () => {
    const app = await asking();
    expect(share(app)).toEqual({ ...SCREEN, asking: { name: 'Ben', until: app.clock.now() + SHARE_ASK_MS } });
    expect([capture(app).wanted, commands(app)]).toEqual([false, ['ask-to-share']]);
    await happen(app, answered());
    expect([capture(app).wanted, share(app)]).toEqual([true, SCREEN]);
    expect(app.parley.sharing.chosen?.id).toBe('screen:0:0');
    await app.clock.advance(SHARE_ASK_MS);
    expect(why(app)).toBeNull();
  });

  test('is told no, and shares nothing', async () => {
    const app = await asking();
    await happen(app, answered(BEN, false));
    expect([capture(app).wanted, share(app), why(app)]).toEqual([false, null, 'declined']);
    expect(app.parley.store.current.shareEnd?.name).toBe('Ben');
  });

  test('gives up when nobody answers, and says so to the room', async () => {
    const app = await asking();
    await app.clock.advance(SHARE_ASK_MS);
    expect([share(app), why(app), commands(app)]).toEqual([null, 'unanswered', ['ask-to-share', 'withdraw-share-ask']]);
  });

  test('can think better of it, also before the question was heard', async () => {
    const app = await asking();
    await app.request('share:stop', {});
    expect([share(app), why(app), commands(app)]).toEqual([null, null, ['ask-to-share', 'withdraw-share-ask']]);
    await happen(app, { type: 'share-ask-withdrawn', participant: ME, at: 40 });
    expect([capture(app).wanted, why(app)]).toEqual([false, null]);
  });

  test('begins at once where they stopped just before, and says why where it was refused', async () => {
    for (const [code, begins] of [
      ['not-shared', true],
      ['already-asked', false],
    ] as const) {
      const app = await meeting();
      await happen(app, shares());
      app.client.answer = () => Promise.resolve({ ok: false, error: { code } });
      expect((await startSharing(app)).ok).toBe(begins);
      expect([capture(app).wanted, share(app) === null]).toEqual([begins, !begins]);
    }
  });

  test('asks nobody who has lost the connection', async () => {
    const app = await meeting();
    await happen(app, shares(), { type: 'connection-lost', participant: BEN, at: 15 });
    await startSharing(app);
    expect([capture(app).wanted, commands(app)]).toEqual([true, []]);
  });

  test('asks no more when the meeting is over', async () => {
    const app = await asking();
    app.client.feed(ended);
    expect([share(app), why(app)]).toEqual([null, null]);
    await app.clock.advance(SHARE_ASK_MS);
    expect(commands(app)).toEqual(['ask-to-share']);
  });
});

describe('whoever shares and is asked', () => {
  test('goes on until they say yes, and is closed then', async () => {
    const app = await sharing();
    await happen(app, asked(BEN));
    expect(prompt(app)).toMatchObject({ kind: 'share-asked', by: 'Ben', until: app.clock.now() + SHARE_ASK_MS });
    expect(capture(app).wanted).toBe(true);
    await app.request('prompt:answer', { id: prompt(app)?.id ?? '', answer: 'accept', remember: false });
    await settled();
    expect([capture(app).wanted, share(app)]).toEqual([false, null]);
    expect(app.client.commands).toContainEqual({ type: 'answer-share', accept: true });
  });

  test.each(['stay', 'cancel'] as const)('goes on by %s', async (answer) => {
    const app = await sharing();
    await happen(app, asked(BEN));
    await app.request('prompt:answer', { id: prompt(app)?.id ?? '', answer, remember: false });
    await settled();
    expect(capture(app).wanted).toBe(true);
    expect(app.client.commands).toContainEqual({ type: 'answer-share', accept: false });
  });

  test('is asked no more when the asker, or the time, takes it back, and nothing is answered', async () => {
    for (const takeBack of [
      (app: TestApp) => happen(app, { type: 'share-ask-withdrawn', participant: BEN, at: 40 }),
      (app: TestApp) => app.clock.advance(SHARE_ASK_MS),
    ]) {
      const app = await sharing();
      await happen(app, asked(BEN));
      await takeBack(app);
      await settled();
      expect([prompt(app), capture(app).wanted, commands(app)]).toEqual([null, true, []]);
    }
  });

  test('is told outside where there is no window to look at', async () => {
    const app = await sharing();
    app.window.visible = false;
    await happen(app, asked(BEN));
    expect(app.notifications.map(({ title }) => title)).toEqual(['Ben would like to share']);
  });
});
