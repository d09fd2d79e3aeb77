import { describe, expect, test } from 'vitest';

import { evolve } from '#meeting/room/evolve.ts';
import type { AskedMedia, MediaKind, MediaState } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { BEN, ME, room, welcomed } from './support/meeting.ts';
import { happen, reported, toMeeting } from './support/situations.ts';

const BY = { participant: BEN, name: 'Ben' };
const ON: MediaState = { microphone: true, camera: true, screen: false };

const prompt = (app: TestApp) => app.parley.store.current.prompt;
const wanted = (app: TestApp): readonly string[] =>
  Object.entries(app.parley.store.current.capture).flatMap(([kind, view]) => (view.wanted ? [kind] : []));
const told = ({ client }: TestApp): readonly MediaState[] =>
  client.commands.flatMap((command) => (command.type === 'set-media-state' ? [command.media] : []));

const stop = (media: readonly MediaKind[], at = 50): RoomEvent => ({
  type: 'media-stopped',
  participant: ME,
  media: [...media],
  by: BY,
  at,
});
const ask = (media: readonly AskedMedia[] = ['microphone'], at = 60): RoomEvent => ({
  type: 'unmute-asked',
  participant: ME,
  media: [...media],
  by: BY,
  at,
});
const mine = (media: MediaState): RoomEvent => ({ type: 'media-state-changed', participant: ME, media, at: 70 });

/** In a meeting with Ben, who is host, with everything on. */
async function meeting(): Promise<TestApp> {
  const app = testApp();
  await toMeeting(app);
  return app;
}

/** The same, muted by oneself. */
async function quiet(): Promise<TestApp> {
  const app = await meeting();
  for (const kind of ['microphone', 'camera'] as const) await app.request('capture:want', { kind, on: false });
  await app.request('capture:report', reported({}, 1));
  await happen(app, mine({ microphone: false, camera: false, screen: false }));
  app.client.commands.length = 0;
  return app;
}

async function answer(app: TestApp, word: 'accept' | 'stay'): Promise<void> {
  await app.request('prompt:answer', { id: prompt(app)?.id ?? '', answer: word, remember: false });
  await settled();
}

describe('whoever is muted by somebody else', () => {
  test.each([
    [['microphone'], ['camera']],
    [['camera'], ['microphone']],
    [['microphone', 'camera'], []],
  ] as const)('is told to close what was stopped, %j, and nothing else', async (stopped, left) => {
    const app = await meeting();
    await happen(app, stop(stopped));
    expect(wanted(app)).toEqual(left);
  });

  test('does not take it back with the device that is still closing, nor tells the room what it knows', async () => {
    const app = await meeting();
    await happen(app, stop(['microphone']));
    expect(told(app)).toEqual([]);
    await app.request('capture:report', reported({ camera: true }, 1));
    await settled();
    expect(told(app)).toEqual([]);
  });

  test('is on again for the room by switching on themselves, however fast', async () => {
    const app = await meeting();
    await happen(app, stop(['microphone']));
    await app.request('capture:want', { kind: 'microphone', on: true });
    // The page closed the device and opened it anew before it came to report.
    await app.request('capture:report', reported({ microphone: true, camera: true }, 1));
    await settled();
    expect(told(app)).toEqual([ON]);
  });

  test('is muted even if their own word crossed it on the way', async () => {
    const app = await meeting();
    await app.request('capture:want', { kind: 'camera', on: false });
    await app.request('capture:report', reported({ microphone: true }, 1));
    await settled();
    expect(told(app)).toEqual([{ ...ON, camera: false }]);
    // The server heard the mute first and the word after it, which says that the microphone is on.
    await happen(app, stop(['microphone']), mine({ ...ON, camera: false }));
    expect(wanted(app)).toEqual(['microphone']);
    await happen(app, stop(['microphone'], 80));
    expect(wanted(app)).toEqual([]);
  });

  test('while the connection was lost is muted when back', async () => {
    const app = await meeting();
    app.client.feed({ type: 'connection-lost', at: 3 });
    const back = evolve(room({ media: ON }), stop(['microphone']));
    app.client.feed({ ...welcomed(), room: back });
    await settled();
    expect(wanted(app)).toEqual(['camera']);
  });

  test('reads who it was where there is no window to read it in, and not otherwise', async () => {
    const app = await meeting();
    await happen(app, stop(['camera']));
    expect(app.notifications).toEqual([]);
    app.window.visible = false;
    await happen(app, mine(ON), stop(['microphone', 'camera'], 90));
    expect(app.notifications).toMatchObject([{ title: 'Ben switched off your microphone and camera' }]);
    app.notifications[0]?.click();
    expect(app.window.visible).toBe(true);
  });

  test('is not muted again by whatever else happens in the room', async () => {
    const app = await meeting();
    await happen(app, stop(['microphone']));
    await app.request('capture:want', { kind: 'microphone', on: true });
    await happen(app, { type: 'participant-renamed', participant: BEN, name: 'Benedict', at: 95 });
    expect(wanted(app)).toEqual(['microphone', 'camera']);
  });
});

describe('whoever is asked to unmute', () => {
  test('is asked by name, and nothing is switched on by it', async () => {
    const app = await quiet();
    await happen(app, ask(['microphone', 'camera']));
    expect(prompt(app)).toMatchObject({ kind: 'unmute-asked', by: 'Ben', media: ['microphone', 'camera'] });
    expect(wanted(app)).toEqual([]);
    expect(app.client.commands).toEqual([]);
  });

  test('who accepts is switched on, and the room hears it when the device is open', async () => {
    const app = await quiet();
    await happen(app, ask());
    await answer(app, 'accept');
    expect([wanted(app), prompt(app)]).toEqual([['microphone'], null]);
    expect(app.client.commands).toEqual([]);
    await app.request('capture:report', reported({ microphone: true }, 1));
    await settled();
    expect(told(app)).toEqual([{ microphone: true, camera: false, screen: false }]);
  });

  test('who stays muted stays so, and whoever asked is told', async () => {
    const app = await quiet();
    await happen(app, ask());
    await answer(app, 'stay');
    expect([wanted(app), prompt(app)]).toEqual([[], null]);
    expect(app.client.commands).toEqual([{ type: 'decline-unmute' }]);
    await happen(app, { type: 'unmute-declined', participant: ME, at: 61 });
    expect(prompt(app)).toBeNull();
  });

  test.each([
    ['they are on by then', mine(ON)],
    ['whoever asked goes', { type: 'participant-left', participant: BEN } as RoomEvent],
  ])('is asked no more when %s, and says nothing to anybody', async (_why, event) => {
    const app = await quiet();
    await happen(app, ask());
    const reason = { code: 1101, type: 'MANUAL_LEAVE_CALLED', message: '' } as const;
    const left = { ...event, reason, by: null, note: '', barred: null, at: 62 } as RoomEvent;
    await happen(app, event.type === 'participant-left' ? left : event);
    expect(prompt(app)).toBeNull();
    expect(app.client.commands.filter(({ type }) => type === 'decline-unmute')).toEqual([]);
  });

  test('is asked no more when they leave', async () => {
    const app = await quiet();
    await happen(app, ask());
    await app.request('room:leave', {});
    expect(prompt(app)).toBeNull();
    expect(app.client.commands).toEqual([{ type: 'leave' }]);
  });

  test('is asked for what is left of it', async () => {
    const app = await quiet();
    await happen(app, ask(['microphone', 'camera']));
    await happen(app, mine({ microphone: true, camera: false, screen: false }));
    expect(prompt(app)).toMatchObject({ media: ['camera'] });
  });

  test('is not asked once more for what is left of what they accepted', async () => {
    const app = await quiet();
    await happen(app, ask(['microphone', 'camera']));
    await answer(app, 'accept');
    await happen(app, mine({ microphone: true, camera: false, screen: false }));
    expect(prompt(app)).toBeNull();
  });

  test('by the next one is asked anew, and the answer is to that one', async () => {
    const app = await quiet();
    await happen(app, ask());
    const first = prompt(app)?.id ?? '';
    await happen(app, ask(['microphone'], 200_000));
    expect(await app.request('prompt:answer', { id: first, answer: 'accept', remember: false })).toMatchObject({
      ok: false,
    });
    expect(wanted(app)).toEqual([]);
    await answer(app, 'accept');
    expect(wanted(app)).toEqual(['microphone']);
  });

  test('is told by the desktop where there is no window to be asked in', async () => {
    const app = await quiet();
    app.window.visible = false;
    await happen(app, ask(['camera']));
    expect(app.notifications).toMatchObject([{ title: 'Ben asks you to start your video' }]);
  });

  test('that other people are asked is nothing to me', async () => {
    const app = await quiet();
    await happen(app, { ...ask(), participant: BEN, by: { participant: ME, name: 'Ana' } } as RoomEvent);
    expect(prompt(app)).toBeNull();
  });
});

describe('what the page may order', () => {
  test.each([
    ['room:mute', { participant: 'all', media: ['microphone'] }, 'mute'],
    ['room:mute', { participant: BEN, media: ['camera', 'screen'] }, 'mute'],
    ['room:ask-to-unmute', { participant: BEN, media: ['camera'] }, 'ask-to-unmute'],
    ['room:unbar', { principal: 'principal-of-somebody' }, 'unbar'],
  ] as const)('%s with %j is that command', async (route, request, type) => {
    const app = await meeting();
    expect(await app.request(route, request as never)).toEqual({ ok: true, value: null });
    expect(app.client.commands.at(-1)).toEqual({ type, ...request });
  });

  test.each([
    ['room:mute', { participant: 'all', media: [] }],
    ['room:mute', { participant: 'you', media: ['microphone'] }],
    ['room:ask-to-unmute', { participant: 'all', media: ['microphone'] }],
    ['room:ask-to-unmute', { participant: BEN, media: ['screen'] }],
    ['room:unbar', { principal: '__proto__' }],
  ] as const)('%s with %j is refused', async (route, request) => {
    const app = await meeting();
    expect(await app.request(route, request as never)).toMatchObject({ error: { code: 'bad-request' } });
  });
});
