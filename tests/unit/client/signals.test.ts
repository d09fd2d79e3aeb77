import { beforeEach, describe, expect, test } from 'vitest';

import { webcrypto } from 'node:crypto';

import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { LinkId } from '#protocol/ids.ts';
import type { Signal } from '#protocol/wire/frame.ts';
import { deriveInviteKeys, newSecret } from '#client/keys.ts';
import { seal, unseal } from '#client/seal.ts';

import { BEN, CLEO, events, left, meetingLeft, SECRET, welcome } from './scripted/frames.ts';
import { ACCESS, Player } from './scripted/world.ts';

const link = 'ana-00000001~ben-00000001' as LinkId;
const SDP = 'v=0 o=- 1 2 IN IP4 192.168.1.20';

let player: Player;
let heard: readonly IncomingSignal[];

beforeEach(async () => {
  player = new Player();
  const signals: IncomingSignal[] = [];
  heard = signals;
  player.client.onSignal((signal) => signals.push(signal));
  await player.join();
});

async function mediaKey(secret: string) {
  const keys = await deriveInviteKeys(webcrypto, secret);
  if (keys === null) throw new Error('not a secret');
  return keys.media;
}

async function sealed(data: string, secret = SECRET, generation = 0): Promise<Signal> {
  const key = await mediaKey(secret);
  return { type: 'signal', from: BEN, link, generation, data: await seal(webcrypto, key, { link, generation }, data) };
}

const sent = () => player.world.socket.of('signal');

describe('a signal out', () => {
  test('is sealed: nothing of it can be read on the wire, and the invite opens it (invariant 10)', async () => {
    player.client.signal({ to: BEN, link, generation: 3, data: SDP });
    await player.world.until(() => sent().length === 1);
    const [signal] = sent();
    if (signal === undefined) throw new Error('nothing was sent');
    expect(signal).toMatchObject({ to: BEN, link, generation: 3 });
    expect(JSON.stringify(player.world.socket.sent)).not.toContain('192.168');
    expect(await unseal(webcrypto, await mediaKey(SECRET), signal, signal.data)).toBe(SDP);
    expect(await unseal(webcrypto, await mediaKey(newSecret(webcrypto)), signal, signal.data)).toBeNull();
  });

  test('keeps its place: what takes longer to seal is not overtaken', async () => {
    player.world.cryptography.nextTake(30, 10, 0);
    for (let generation = 0; generation < 3; generation += 1) {
      player.client.signal({ to: BEN, link, generation, data: SDP });
    }
    await player.world.until(() => sent().length === 3);
    expect(sent().map(({ generation }) => generation)).toEqual([0, 1, 2]);
  });

  test('is dropped without the connection, because links are rebuilt anyway', async () => {
    player.world.socket.end();
    player.client.signal({ to: BEN, link, generation: 0, data: SDP });
    player.world.clock.advance(1_000);
    player.world.socket.open();
    player.world.socket.receive(welcome({ snapshot: null }));
    await player.world.settle();
    expect(sent()).toEqual([]);
  });

  test('is never sent unsealed: without a secret it is not sent at all', async () => {
    const other = new Player();
    const { joined } = await other.connect({ ...ACCESS, secret: null });
    other.world.socket.open();
    other.world.socket.receive(welcome());
    await joined;
    other.client.signal({ to: BEN, link, generation: 0, data: SDP });
    await other.world.until(() => JSON.stringify(other.world.logged).includes('signal-not-sealed'));
    expect(other.world.socket.of('signal')).toEqual([]);
  });

  test('that is too long to be sealed into a frame is dropped, and the next goes on', async () => {
    player.client.signal({ to: BEN, link, generation: 0, data: 'x'.repeat(40_000) });
    player.client.signal({ to: BEN, link, generation: 1, data: SDP });
    await player.world.until(() => sent().length === 1);
    expect(sent()[0]?.generation).toBe(1);
  });
});

describe('a signal in', () => {
  test('is opened, in order, and says who it is from', async () => {
    const frames = [await sealed('x'.repeat(20_000)), await sealed('offer', SECRET, 1), await sealed('candidate')];
    player.world.cryptography.nextTake(30, 10, 0);
    player.world.socket.receive(...frames);
    await player.world.until(() => heard.length === 3);
    expect(heard.map(({ data }) => data.slice(0, 9))).toEqual(['xxxxxxxxx', 'offer', 'candidate']);
    expect(heard[1]).toEqual({ from: BEN, link, generation: 1, data: 'offer' });
  });

  test.each([
    ['sealed with another secret', () => sealed('offer', newSecret(webcrypto))],
    ['moved to another generation', async () => ({ ...(await sealed('offer')), generation: 9 })],
    [
      'not sealed at all',
      () => Promise.resolve({ type: 'signal', from: BEN, link, generation: 0, data: SDP } as const),
    ],
    ['from nobody in the room (invariant 4)', async () => ({ ...(await sealed('offer')), from: CLEO })],
  ])('%s is dropped, and the next is heard', async (_what, frame) => {
    player.world.socket.receive(await frame(), await sealed('after'));
    await player.world.until(() => heard.length > 0);
    expect(heard.map(({ data }) => data)).toEqual(['after']);
  });

  test('of somebody who is gone by the time it is opened is dropped (invariant 5)', async () => {
    player.world.socket.receive(await sealed('late'), events(11, left(BEN)));
    await player.world.settle();
    expect(heard).toEqual([]);
  });

  test('of a stay that is over is dropped', async () => {
    player.world.socket.receive(await sealed('late'), meetingLeft('ROOM_CLOSE'));
    await player.world.settle();
    expect(heard).toEqual([]);
  });
});

test('a signal before joined, or after, goes nowhere', async () => {
  const other = new Player();
  other.client.signal({ to: BEN, link, generation: 0, data: SDP });
  await other.connect();
  other.world.socket.open();
  other.client.signal({ to: BEN, link, generation: 0, data: SDP });
  await other.world.settle();
  expect(other.world.socket.sent).toHaveLength(1);
});
