import { describe, expect, test } from 'vitest';

import type { SessionInput } from '#meeting/session/input.ts';
import { reasonOf } from '#meeting/reason.ts';
import { REASON_TYPES } from '#protocol/reasons.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended, room } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

/** What is awake after all that was done. */
function awake(app: TestApp): readonly string[] {
  app.parley.store.settle();
  const held: string[] = [];
  for (const what of app.done) {
    const taken = /^(machine|display)-awake$/.exec(what)?.[1];
    if (taken !== undefined) held.push(taken);
    const letGo = /^(machine|display)-may-sleep$/.exec(what)?.[1];
    if (letGo !== undefined) held.splice(held.indexOf(letGo), 1);
  }
  return held;
}

const OFF = { microphone: false, camera: false, screen: false };

describe('machine and display', () => {
  test('may sleep at home and in preview, and the machine not any more from the moment of joining', async () => {
    const app = testApp();
    await toPreview(app);
    expect(awake(app)).toEqual([]);
    await app.request('session:join', { name: 'Ana' });
    expect(awake(app)).toEqual(['machine']);
  });

  test('the display stays on only while there is a picture', async () => {
    const app = testApp();
    await toMeeting(app, { media: OFF });
    await app.request('capture:report', reported({ microphone: true }));
    expect(awake(app)).toEqual(['machine']);
    await app.request('capture:report', reported({ microphone: true, camera: true }));
    expect(awake(app)).toEqual(['display']);
    await app.request('capture:report', reported());
    expect(awake(app)).toEqual(['machine']);
    const shown = room();
    const people = Object.entries(shown.participants).map(([id, person]) => [
      id,
      { ...person, media: { ...OFF, screen: person.name === 'Ben' } },
    ]);
    app.client.feed({ type: 'room-changed', room: { ...shown, participants: Object.fromEntries(people) } });
    expect(awake(app)).toEqual(['display']);
  });

  test('nobody looks at a picture in the tray, but in the small window they do', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.store.patch({ unseen: true });
    expect(awake(app)).toEqual(['machine']);
    app.parley.mini.minimized();
    expect(awake(app)).toEqual(['display']);
    app.parley.mini.returned();
    app.parley.store.patch({ unseen: false });
    expect(awake(app)).toEqual(['display']);
  });

  test('a lost connection holds on to what is held: I am still in', async () => {
    const app = testApp();
    await toMeeting(app);
    const held = awake(app);
    app.client.feed({ type: 'connection-lost', at: 2 });
    expect(awake(app)).toEqual(held);
  });

  test.each<readonly [string, SessionInput]>([
    ['my own leave', { type: 'left', at: 3 }],
    ['the app’s leave for me', { type: 'left', at: 3, policy: 'alone' }],
    ['a switch to another meeting', { type: 'left', at: 3, switching: true }],
    ['the end', ended],
    ...REASON_TYPES.map((type): readonly [string, SessionInput] => [
      type,
      { type: 'terminated', reason: reasonOf(type), removal: null, locked: false, at: 3 },
    ]),
  ])('nothing is held after %s', async (_what, input) => {
    const app = testApp();
    await toMeeting(app);
    expect(awake(app)).toEqual(['display']);
    app.client.feed(input);
    expect(app.parley.store.current.session.phase).toBe('over');
    expect(awake(app)).toEqual([]);
    await app.request('capture:report', reported());
    await settled();
    expect(awake(app), 'nor when the devices are released').toEqual([]);
  });

  test('nothing is held after joining was cancelled or refused, nor after a reconnect was given up', async () => {
    const cancelled = testApp();
    await toPreview(cancelled);
    await cancelled.request('session:join', { name: 'Ana' });
    await cancelled.request('session:cancel', {});
    expect(awake(cancelled)).toEqual([]);

    const refused = testApp();
    await toPreview(refused);
    await refused.request('session:join', { name: 'Ana' });
    refused.client.feed({ type: 'refused', error: { code: 'room-locked' }, mayUnlock: false, at: 2 });
    expect(awake(refused)).toEqual([]);

    const gaveUp = testApp();
    await toMeeting(gaveUp);
    gaveUp.client.feed({ type: 'connection-lost', at: 2 });
    gaveUp.client.cancel();
    expect(awake(gaveUp)).toEqual([]);
  });

  test('nothing is held after a quit that nobody was asked about', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.quitting.withoutAsking();
    await app.clock.advance(20_000);
    expect(app.done).toContain('exit');
    expect(awake(app)).toEqual([]);
  });
});
