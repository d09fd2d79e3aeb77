import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';
import type { Frame } from './wire.ts';

describe.each(['memory', 'sqlite'] as const)('a meeting kept in %s', (storage) => {
  let server: TestServer;
  let room: TestRoom;

  beforeEach(async () => {
    server = await startServer({ storage });
    room = await TestRoom.create(server.address);
  });

  afterEach(() => server.dispose());

  test('who joins is welcomed with the room as it is, and everybody else is told', async () => {
    const ana = await room.host('Ana');
    const ben = await room.guest('Ben');
    expect(ana.welcome.snapshot).toMatchObject({ id: room.id, phase: 'open', rev: 3, lock: null });
    expect(Object.values(ben.welcome.snapshot?.participants ?? {}).map(({ name }) => name)).toEqual(['Ana', 'Ben']);
    expect(ben.welcome).toMatchObject({ rev: 4, incarnation: ana.welcome.incarnation, limits: { graceMs: 30_000 } });
    expect(ben.welcome.resumeToken).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const joined = await ana.wire.event('participant-joined');
    expect(joined.participant).toMatchObject({ id: ben.id, name: 'Ben', role: 'guest', connection: 'live' });
    expect(server.server.rooms()).toBe(1);
    expect(server.server.connections()).toBe(2);
  });

  test('events come to everybody in the same order, without a gap', async () => {
    const people: Joined[] = [await room.host('Ana')];
    for (const name of ['Ben', 'Cid', 'Dan']) people.push(await room.guest(name));
    const names = Array.from({ length: 12 }, (_, index) => `Name ${index}`);
    await Promise.all(
      people.map(async ({ wire }, person) => {
        for (const [index, name] of names.entries()) {
          await wire.command({ type: 'rename', id: `${person}-${index}`, name: `${name} of ${person}` });
        }
      }),
    );
    await Promise.all(people.map(({ wire }) => wire.settle()));
    const [first, ...others] = people.map(({ wire, welcome }) => numbered(wire.frames, welcome.rev ?? 0));
    expect(first?.filter(({ type }) => type === 'participant-renamed')).toHaveLength(48);
    for (const history of others) expect(first?.slice(-history.length)).toEqual(history);
  });

  test('the answer to a command comes with the rev at which it took effect', async () => {
    const ana = await room.host();
    const answer = await ana.wire.command({
      type: 'set-media-state',
      id: 'a',
      media: { microphone: false, camera: false, screen: true },
    });
    expect(answer).toEqual({ type: 'ok', id: 'a', rev: 4 });
    expect(await ana.wire.event('media-state-changed')).toMatchObject({ participant: ana.id, media: { screen: true } });
  });

  test('a command that changes nothing is answered all the same', async () => {
    const ana = await room.host('Ana');
    expect(await ana.wire.command({ type: 'rename', id: 'a', name: 'Ana' })).toEqual({ type: 'ok', id: 'a', rev: 3 });
    await ana.wire.settle();
    expect(ana.wire.events).toEqual([]);
  });

  test('the same command id again gets the stored answer and has no second effect', async () => {
    const ana = await room.host();
    const ben = await room.guest('Ben');
    const lock = { type: 'lock', id: 'lock-1' };
    const first = await ana.wire.command(lock);
    expect(first).toMatchObject({ type: 'ok', id: 'lock-1' });
    expect(await ana.wire.command(lock)).toEqual(first);
    // Also where the second would be another command, or refused by now.
    expect(await ana.wire.command({ type: 'unlock', id: 'lock-1' })).toEqual(first);
    expect(await ana.wire.command({ type: 'lock', id: 'lock-2' })).toMatchObject({
      type: 'error',
      code: 'already-locked',
    });
    // Ids are each person's own.
    expect(await ben.wire.command(lock)).toMatchObject({ type: 'error', code: 'forbidden' });
    await ben.wire.settle();
    expect(ben.wire.events.filter(({ type }) => type === 'room-locked')).toHaveLength(1);
  });

  test('the same command twice at once has one effect and the same answer twice', async () => {
    const ana = await room.host();
    const rename = { type: 'rename', id: 'twice', name: 'Ana Two' };
    ana.wire.send(rename);
    ana.wire.send(rename);
    const answers = [await ana.wire.next('ok', 'error'), await ana.wire.next('ok', 'error')];
    expect(answers[0]).toEqual(answers[1]);
    await ana.wire.settle();
    expect(ana.wire.events).toHaveLength(1);
  });

  test('a refusal is stored as well: what was refused once is not done by asking again', async () => {
    const ana = await room.host();
    const ben = await room.guest('Ben');
    const lock = { type: 'lock', id: 'mine' };
    expect(await ben.wire.command(lock)).toMatchObject({ type: 'error', code: 'forbidden' });
    await ana.wire.command({ type: 'leave', id: 'bye', handOverTo: ben.id });
    await ben.wire.event('role-changed');
    expect(await ben.wire.command(lock)).toMatchObject({ type: 'error', code: 'forbidden' });
    expect(await ben.wire.command({ type: 'lock', id: 'again' })).toMatchObject({ type: 'ok' });
  });

  test('whoever finds a gap gets the room by asking', async () => {
    const ana = await room.host();
    await ana.wire.command({ type: 'lock', id: 'a' });
    ana.wire.send({ type: 'get-snapshot' });
    const { snapshot } = await ana.wire.next('snapshot');
    expect(snapshot).toMatchObject({ rev: 4, lock: { by: { participant: ana.id } } });
  });

  test('a name is cleaned before anybody sees it', async () => {
    const ana = await room.host('  A\u202Ena\u0000 \n Zed  ');
    expect(ana.welcome.snapshot?.participants[ana.id]?.name).toBe('Ana Zed');
  });

  test('many who join at once are all told of each other', async () => {
    const ana = await room.host();
    const tokens = await Promise.all(Array.from({ length: 40 }, () => room.token()));
    const joined = await Promise.all(tokens.map(({ token, proof }, index) => room.enter(`P${index}`, token, proof)));
    await Promise.all([ana, ...joined].map(({ wire }) => wire.settle()));
    for (const { wire, welcome } of joined) {
      const known = new Set(Object.keys(welcome.snapshot?.participants ?? {}));
      for (const event of wire.events)
        if (event.type === 'participant-joined') known.add((event.participant as { id: string }).id);
      expect(known.size).toBe(41);
    }
    expect(ana.wire.events.filter(({ type }) => type === 'participant-joined')).toHaveLength(40);
  });
});

/** Events with their revs; throws where one is missing or comes twice. */
function numbered(frames: readonly Frame[], after: number): readonly Frame[] {
  let rev = after;
  return frames.flatMap((frame) => {
    if (frame.type !== 'events') return [];
    expect(frame.rev).toBe(rev + 1);
    return (frame.events ?? []).map((event) => {
      rev += 1;
      return Object.assign({}, event, { rev });
    });
  });
}
