// Reactions on a real server: seen by whoever is there, and kept nowhere (docs/decisions/reactions.md).
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { RoomId } from '#protocol/ids.ts';
import { REACTION_LIMITS } from '#protocol/reaction.ts';
import type { Storage } from '#server/contract.ts';
import { openDelayedStorage } from '#tests/fixtures/delayedStorage.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';

let storage: Storage;
let server: TestServer;
let room: TestRoom;
let ana: Joined;
let ben: Joined;

beforeEach(async () => {
  storage = await openDelayedStorage(() => Promise.resolve());
  server = await startServer({ storage });
  room = await TestRoom.create(server.address);
  ana = await room.host('Ana');
  ben = await room.guest('Ben');
});

afterEach(() => server.dispose());

let made = 0;
const react = (by: Joined, reaction = 'applause') =>
  by.wire.command({ type: 'react', id: `reaction-${(made += 1)}`, reaction });

const seen = ({ wire }: Joined) => wire.frames.filter(({ type }) => type === 'reacted');

test('a reaction is seen by everybody, its sender too, and is in no log and no snapshot', async () => {
  const { events } = await storage.log.read(room.id as RoomId, 0);
  expect(await react(ben)).toMatchObject({ type: 'ok', rev: events.length });
  for (const person of [ana, ben]) {
    await person.wire.settle();
    expect(seen(person)).toMatchObject([{ participant: ben.id, reaction: 'applause' }]);
  }
  expect((await storage.log.read(room.id as RoomId, 0)).events).toEqual(events);
  const cid = await room.guest('Cid');
  await cid.wire.settle();
  expect(seen(cid)).toEqual([]);
  expect(JSON.stringify(cid.welcome)).not.toContain('applause');
});

test('too many at once are refused with why, and nobody else sees them', async () => {
  const answers = await Promise.all(Array.from({ length: 3 * REACTION_LIMITS.person.burst }, () => react(ben)));
  const refused = answers.filter(({ type }) => type === 'error');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({
    code: 'rate-limited',
    message: 'You sent too many reactions just now; the next one in a second.',
  });
  await ana.wire.settle();
  expect(seen(ana)).toHaveLength(answers.length - refused.length);
  expect(await react(ana, 'heart')).toMatchObject({ type: 'ok' });
});

test('what is on no list is a bad frame, and the connection goes on', async () => {
  expect(await react(ben, 'a-word-of-my-own')).toMatchObject({ type: 'error', code: 'bad-frame' });
  expect(await react(ben)).toMatchObject({ type: 'ok' });
});
