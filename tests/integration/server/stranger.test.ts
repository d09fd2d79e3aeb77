// Clients that were written from docs/protocol.md alone, see stranger/: only the server that they talk to is started by
// the project's own fixture. What they keep by following events is held against what the server says that the room is.
import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { PATIENCE, Stranger } from './stranger/client.ts';
import { comparable } from './stranger/room.ts';

let server: TestServer;
let ana: Stranger;
let ben: Stranger;
let cleo: Stranger;
let room: string;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.dispose());

/** Ana hosts, Ben is her guest; Cleo has the invite too. */
beforeEach(async () => {
  const secret = randomBytes(32);
  [ana, ben, cleo] = [0, 1, 2].map(() => new Stranger(server.address, secret)) as [Stranger, Stranger, Stranger];
  const created = await ana.create();
  ({ room } = created);
  await ana.join(created, 'Ana');
  await ben.join(await ben.exchange(room), 'Ben');
  await vi.waitUntil(() => ana.names.length === 2, PATIENCE);
});

/** What somebody keeps of the room is the room. */
async function expectTrue(...people: readonly Stranger[]): Promise<void> {
  for (const somebody of people) {
    const { told, kept } = await somebody.compared();
    expect(comparable(kept)).toEqual(comparable(told));
  }
}

test('join, follow, are called otherwise, relay a sealed signal, remove and bar', async () => {
  expect(ben.names).toEqual(['Ana', 'Ben']);
  expect(await ben.order('rename', { name: 'Benedict' })).toMatchObject({ type: 'ok', rev: 5 });
  await expect.poll(() => ana.names).toEqual(['Ana', 'Benedict']);

  const offer = JSON.stringify({ kind: 'steps', epoch: 'e', steps: [{ type: 'offer', sdp: 'v=0\r\n' }] });
  ben.signal(ana.me, 1, offer);
  const signal = await ana.has(({ type }) => type === 'signal');
  expect(signal).toMatchObject({ from: ben.me, generation: 1 });
  expect(JSON.stringify(signal)).not.toContain('v=0');
  expect(ana.open(signal)).toBe(offer);
  await expectTrue(ana, ben);

  const removal = { participant: ben.me, reason: 'Thank you', bar: true };
  expect(await ana.order('remove', removal)).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.closeCode).toBe(4002);
  expect(ben.log.slice(-2)).toMatchObject([
    {
      type: 'removed-from-room',
      reason: 'Thank you',
      roomWasEnded: false,
      peerWhoRemoved: { name: 'Ana' },
      locked: true,
    },
    { type: 'meeting-left', reason: { code: 1002, type: 'REMOVE_PEER' } },
  ]);
  await expectTrue(ana);
  await expect(ben.exchange(room)).rejects.toThrow('403');

  const [principal] = Object.keys(ana.room?.barred ?? {});
  expect(await ana.order('unbar', { principal })).toMatchObject({ type: 'ok' });
  await expectTrue(ana);
  await ben.join(await ben.exchange(room), 'Ben');
  await expectTrue(ana, ben);

  ana.send({ type: 'end-room', id: 'the-end', reason: '', lock: false });
  await expect.poll(() => ana.closeCode).toBe(4003);
  expect(ana.log.slice(-2)).toMatchObject([
    { type: 'ok', id: 'the-end' },
    { type: 'meeting-left', reason: { code: 1008 } },
  ]);
});

test('lose the connection and resume, with what was missed', async () => {
  await ben.resume();
  expect(await ana.order('lock')).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.lock).toMatchObject({ by: { name: 'Ana' } });
  await expectTrue(ana, ben);
  expect((await cleo.exchange(room)).refusal).toBe('room-locked');
});

test('hand roles on, and send what the role lets them', async () => {
  expect(await ana.order('change-role', { participant: ben.me, role: 'viewer' })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.participants[ben.me]).toMatchObject({ role: 'viewer', media: { camera: false } });
  const media = { microphone: true, camera: false, screen: false };
  expect(await ben.order('set-media-state', { media })).toMatchObject({ type: 'error', code: 'forbidden' });
  expect(await ana.order('change-role', { participant: ben.me, role: 'co-host' })).toMatchObject({ type: 'ok' });
  expect(await ben.order('set-media-state', { media })).toMatchObject({ type: 'ok' });
  expect(await ben.order('change-role', { participant: ana.me, role: 'guest' })).toMatchObject({ code: 'forbidden' });
  expect(await ana.order('change-role', { participant: ana.me, role: 'guest' })).toMatchObject({ code: 'last-host' });
  expect(await ana.order('leave', { handOverTo: ben.me })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.names).toEqual(['Ben']);
  expect(ben.room?.participants[ben.me]?.role).toBe('host');
  await expectTrue(ben);
});

test('mute, are asked to unmute, decline, and unmute by themselves', async () => {
  await cleo.join(await cleo.exchange(room), 'Cleo');
  expect(await ana.order('mute', { participant: 'all', media: ['microphone'] })).toMatchObject({ type: 'ok' });
  await expect
    .poll(() => cleo.room?.participants[cleo.me]?.stopped)
    .toMatchObject({ microphone: { by: { name: 'Ana' } } });
  await expectTrue(ana, ben, cleo);
  for (const participant of [ben.me, cleo.me]) {
    expect(await ana.order('ask-to-unmute', { participant, media: ['microphone'] })).toMatchObject({ type: 'ok' });
  }
  const again = { participant: ben.me, media: ['microphone'] };
  expect(await ana.order('ask-to-unmute', again)).toMatchObject({ code: 'already-asked' });
  await expectTrue(ana, ben, cleo);
  expect(await ben.order('decline-unmute')).toMatchObject({ type: 'ok' });
  const media = { microphone: true, camera: true, screen: false };
  expect(await cleo.order('set-media-state', { media })).toMatchObject({ type: 'ok' });
  await expectTrue(ana, ben, cleo);
  expect(await cleo.order('leave')).toMatchObject({ type: 'ok' });
  await expect.poll(() => ana.names).toEqual(['Ana', 'Ben']);
  await expectTrue(ana, ben);
});

test('wait to be let in, are let in, are turned away, and are sent back', async () => {
  expect(await ana.order('set-lobby', { on: true })).toMatchObject({ type: 'ok' });
  await cleo.knock(await cleo.exchange(room), 'Cleo');
  await cleo.has(({ type }) => type === 'waiting');
  await expect.poll(() => Object.keys(ana.room?.waiting ?? {})).toHaveLength(1);
  expect(Object.keys(ben.room?.waiting ?? {})).toEqual([]);
  await expectTrue(ana, ben);
  expect(await ana.order('admit', { principal: 'all' })).toMatchObject({ type: 'ok' });
  await cleo.has(({ type }) => type === 'welcome');
  await expectTrue(ana, ben, cleo);

  const back = { participant: cleo.me, reason: 'A moment, please' };
  expect(await ana.order('send-to-lobby', back)).toMatchObject({ type: 'ok' });
  await cleo.has(({ type }) => type === 'meeting-left');
  expect(cleo.log).toContainEqual(expect.objectContaining({ type: 'removed-from-room', toLobby: true }));
  await expectTrue(ana, ben);

  const dan = cleo;
  dan.log.length = 0;
  await dan.knock(await dan.exchange(room), 'Cleo');
  await dan.has(({ type }) => type === 'waiting');
  await expect.poll(() => Object.keys(ana.room?.waiting ?? {})).toHaveLength(1);
  const [principal = ''] = Object.keys(ana.room?.waiting ?? {});
  const refusal = { principal, reason: 'Not today', bar: true };
  expect(await ana.order('refuse-entry', refusal)).toMatchObject({ type: 'ok' });
  expect(await dan.has(({ type }) => type === 'refused')).toMatchObject({
    code: 'not-admitted',
    by: { name: 'Ana' },
    note: 'Not today',
    mayAppeal: true,
  });
  await expectTrue(ana, ben);

  dan.log.length = 0;
  await dan.knock(await dan.exchange(room, { appeal: true }), 'Cleo', { appeal: 'It was a mistake' });
  expect(await dan.has(({ type }) => type === 'waiting')).toMatchObject({ appeal: true });
  expect(await ana.order('admit', { principal })).toMatchObject({ type: 'ok' });
  await dan.has(({ type }) => type === 'welcome');
  await expectTrue(ana, ben, dan);
});

test('count an end down, call it off, and are out by the next', async () => {
  const end = { reason: 'Time is up', lock: true };
  expect(await ana.order('schedule-end', { ...end, inMs: 300_000 })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.scheduledEnd).toMatchObject({ note: 'Time is up', by: { name: 'Ana' } });
  await expectTrue(ana, ben);
  expect(await ben.order('cancel-end')).toMatchObject({ code: 'forbidden' });
  expect(await ana.order('cancel-end')).toMatchObject({ type: 'ok' });
  await expectTrue(ana, ben);
  expect(await ana.order('schedule-end', { ...end, inMs: 1_000 })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.closeCode).toBe(4003);
  expect(ben.log.slice(-2)).toMatchObject([
    { type: 'removed-from-room', roomWasEnded: true, locked: true, reason: 'Time is up' },
    { type: 'meeting-left', reason: { code: 1008 } },
  ]);
  expect((await cleo.exchange(room)).refusal).toBe('room-locked');
});

test('go to another room, and are told when a server is shut down for good', async () => {
  expect(await ben.order('leave', { switching: true })).toMatchObject({ type: 'ok' });
  expect(await ben.has(({ type }) => type === 'meeting-left')).toMatchObject({ reason: { code: 1005 } });
  await expectTrue(ana);
  const own = await startServer();
  const dan = new Stranger(own.address, randomBytes(32));
  await dan.join(await dan.create(), 'Dan');
  await own.server.closeRooms();
  expect(await dan.has(({ type }) => type === 'meeting-left')).toMatchObject({
    reason: { code: 1006 },
    policy: 'shutdown',
  });
  await own.dispose();
});

test('raise hands in order, and have them lowered', async () => {
  await cleo.join(await cleo.exchange(room), 'Cleo');
  expect(await cleo.order('raise-hand', { raised: true })).toMatchObject({ type: 'ok' });
  expect(await ben.order('raise-hand', { raised: true })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ana.room?.hands).toMatchObject([{ participant: cleo.me }, { participant: ben.me }]);
  await expectTrue(ana, ben, cleo);
  expect(await ben.order('lower-hand', { participant: cleo.me })).toMatchObject({ code: 'forbidden' });
  expect(await ana.order('lower-hand', { participant: cleo.me })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ana.room?.hands).toMatchObject([{ participant: ben.me }]);
  expect(await ben.order('leave')).toMatchObject({ type: 'ok' });
  await expect.poll(() => ana.room?.hands).toEqual([]);
  await expectTrue(ana, cleo);
});

test('show somebody large to everybody, and nobody any more once they are gone', async () => {
  expect(await ben.order('spotlight', { participant: ben.me })).toMatchObject({ code: 'forbidden' });
  expect(await ana.order('spotlight', { participant: ben.me })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.spotlight).toMatchObject({ participant: ben.me, by: { participant: ana.me } });
  await expectTrue(ana, ben);
  expect(await ana.order('spotlight', { participant: null })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.spotlight).toBeNull();
  await ana.order('spotlight', { participant: ben.me });
  expect(await ben.order('leave')).toMatchObject({ type: 'ok' });
  await expect.poll(() => ana.room?.spotlight).toBeNull();
  await expectTrue(ana);
});

const SHARING = { microphone: false, camera: false, screen: true };

test('share one at a time, ask who shares, and begin when they stop', async () => {
  await cleo.join(await cleo.exchange(room), 'Cleo');
  expect(await cleo.order('set-media-state', { media: SHARING })).toMatchObject({ type: 'ok' });
  expect(await ben.order('set-media-state', { media: SHARING })).toMatchObject({ code: 'already-shared' });
  expect(await ben.order('ask-to-share')).toMatchObject({ type: 'ok' });
  await expect.poll(() => cleo.room?.shareAsk).toMatchObject({ participant: cleo.me, answered: null });
  expect(await ana.order('ask-to-share')).toMatchObject({ code: 'already-asked' });
  await expectTrue(ana, ben, cleo);

  expect(await cleo.order('answer-share', { accept: true })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.participants[cleo.me]?.media['screen']).toBe(false);
  expect(await ana.order('set-media-state', { media: SHARING })).toMatchObject({ code: 'already-shared' });
  expect(await ben.order('set-media-state', { media: SHARING })).toMatchObject({ type: 'ok' });
  await expect.poll(() => cleo.room?.shareAsk).toBeNull();
  expect(await cleo.order('ask-to-share')).toMatchObject({ type: 'ok' });
  expect(await cleo.order('withdraw-share-ask')).toMatchObject({ type: 'ok' });
  expect(await cleo.order('ask-to-share')).toMatchObject({ type: 'ok' });
  expect(await ben.order('leave')).toMatchObject({ type: 'ok' });
  await expect.poll(() => cleo.room?.shareAsk).toMatchObject({ answered: { accepted: true } });
  await expectTrue(ana, cleo);
});

test('record, which everybody is told, until they stop or may not any more', async () => {
  expect(await ben.order('set-recording', { on: true })).toMatchObject({ code: 'forbidden' });
  expect(await ana.order('set-recording', { on: true })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.participants[ana.me]?.['recordingSince']).toEqual(expect.any(Number));
  expect(await cleo.exchange(room)).toMatchObject({ recorded: true });
  await expectTrue(ana, ben);
  expect(await ana.order('change-role', { participant: ben.me, role: 'host' })).toMatchObject({ type: 'ok' });
  expect(await ana.order('change-role', { participant: ana.me, role: 'guest' })).toMatchObject({ type: 'ok' });
  await expect.poll(() => ben.room?.participants[ana.me]).not.toHaveProperty('recordingSince', expect.any(Number));
  await expectTrue(ana, ben);
});
