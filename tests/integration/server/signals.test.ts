import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';

let server: TestServer;
let room: TestRoom;
let ana: Joined;
let ben: Joined;
let cid: Joined;

beforeEach(async () => {
  server = await startServer();
  room = await TestRoom.create(server.address);
  ana = await room.host('Ana');
  ben = await room.guest('Ben');
  cid = await room.guest('Cid');
});

afterEach(() => server.dispose());

const linkOf = (a: Joined, b: Joined) => [a.id, b.id].sort().join('~');

const signal = (from: Joined, to: Joined, more: Record<string, unknown> = {}) => ({
  type: 'signal',
  to: to.id,
  link: linkOf(from, to),
  generation: 0,
  data: 'sealed',
  ...more,
});

const received = async ({ wire }: Joined) => {
  await wire.settle();
  return wire.frames.filter(({ type }) => type === 'signal');
};

describe('a signal', () => {
  test('reaches the one it is for, with the sender that the server knows, and nobody else (invariant 4)', async () => {
    ana.wire.send(signal(ana, ben, { data: 'offer' }));
    expect(await ben.wire.next('signal')).toEqual({
      type: 'signal',
      from: ana.id,
      link: linkOf(ana, ben),
      generation: 0,
      data: 'offer',
    });
    expect(await received(cid)).toEqual([]);
    expect(await received(ana)).toEqual([]);
  });

  test('can not name its sender (JSA-2022-0004)', async () => {
    ana.wire.send(signal(ana, ben, { from: cid.id }));
    expect(await ana.wire.next('error')).toMatchObject({ code: 'bad-frame' });
    expect(await received(ben)).toEqual([]);
  });

  test('belongs to the link between its two ends and to no other', async () => {
    ana.wire.send(signal(ana, ben, { link: linkOf(ben, cid) }));
    expect(await ana.wire.next('error')).toMatchObject({ code: 'bad-frame' });
    ana.wire.send(signal(ana, ben, { link: [ana.id, ben.id].sort().reverse().join('~') }));
    expect(await ana.wire.next('error')).toMatchObject({ code: 'bad-frame' });
    ana.wire.send(signal(ana, ana, { link: `${ana.id}~${ana.id}` }));
    expect(await ana.wire.next('error')).toMatchObject({ code: 'bad-frame' });
    expect(await received(ben)).toEqual([]);
  });

  test('of a generation that is over is dropped; newer ones go through', async () => {
    for (const generation of [1, 3, 2, 3, 4]) ana.wire.send(signal(ana, ben, { generation, data: `g${generation}` }));
    await ana.wire.settle();
    expect((await received(ben)).map(({ generation }) => generation)).toEqual([1, 3, 3, 4]);
    // The link has two ends but one generation.
    ben.wire.send(signal(ben, ana, { generation: 3 }));
    ben.wire.send(signal(ben, ana, { generation: 4 }));
    await ben.wire.settle();
    expect((await received(ana)).map(({ generation }) => generation)).toEqual([4]);
    // Other links are not concerned.
    cid.wire.send(signal(cid, ben, { generation: 1 }));
    await cid.wire.settle();
    expect(await received(ben)).toHaveLength(5);
  });

  test('of generation 0 belongs to none: who lost count can still ask', async () => {
    ana.wire.send(signal(ana, ben, { generation: 9 }));
    await ben.wire.next('signal');
    ben.wire.send(signal(ben, ana, { generation: 0, data: 'which one is it?' }));
    expect(await ana.wire.next('signal')).toMatchObject({ generation: 0, from: ben.id });
    // And it takes nobody back.
    ben.wire.send(signal(ben, ana, { generation: 8 }));
    await ben.wire.settle();
    expect(await received(ana)).toHaveLength(1);
  });

  test('to and from somebody whose place another device took over begins anew', async () => {
    ana.wire.send(signal(ana, ben, { generation: 7 }));
    await ben.wire.next('signal');
    const { token } = await room.token(ben.proof);
    const device = await room.enter('Ben', token, ben.proof);
    device.wire.send(signal(device, ana, { generation: 1 }));
    expect(await ana.wire.next('signal')).toMatchObject({ generation: 1, from: ben.id });
  });

  test('goes to the newest connection of a session', async () => {
    const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    await back.next('welcome');
    ana.wire.send(signal(ana, ben));
    expect(await back.next('signal')).toMatchObject({ from: ana.id });
  });

  test('to somebody who is gone, or in another room, goes nowhere', async () => {
    const other = await TestRoom.create(server.address);
    const dan = await other.host('Dan');
    ana.wire.send(signal(ana, dan));
    ben.wire.send({ type: 'leave', id: 'bye' });
    await ben.wire.closed;
    ana.wire.send(signal(ana, ben));
    expect(await received(ana)).toEqual([]);
    expect(await received(dan)).toEqual([]);
    expect(ana.wire.count('error')).toBe(0);
  });

  test('from somebody who was removed goes nowhere, however fast it is (semantics rule 4)', async () => {
    ana.wire.send({ type: 'remove', id: 'out', participant: ben.id, reason: '', bar: false });
    for (let index = 0; index < 50; index += 1) ben.wire.send(signal(ben, cid, { data: `late ${index}` }));
    await ana.wire.event('participant-left');
    const before = (await received(cid)).length;
    for (let index = 0; index < 50; index += 1) {
      if (!ben.wire.isClosed) ben.wire.send(signal(ben, cid, { data: 'later' }));
    }
    await ben.wire.closed;
    const after = await received(cid);
    expect(after).toHaveLength(before);
    expect(after.some(({ data }) => data === 'later')).toBe(false);
  });

  test('is passed on as it is, whatever it holds', async () => {
    const data = JSON.stringify({ sdp: 'v=0\r\n', emoji: '🦊', quote: '"\\"', control: '\u0001', lone: '\uD800' });
    ana.wire.send(signal(ana, ben, { data }));
    expect((await ben.wire.next('signal')).data).toBe(data);
  });
});
