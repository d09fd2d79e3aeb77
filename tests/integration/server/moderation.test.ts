import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';

const OFF = { microphone: false, camera: false, screen: false };

interface Person {
  readonly media: unknown;
  readonly stopped?: unknown;
}

/** How the server has a participant, told in a snapshot that was asked for. */
async function seenBy({ wire }: Joined, who: Joined): Promise<Person | undefined> {
  wire.send({ type: 'get-snapshot' });
  const { snapshot } = (await wire.next('snapshot')) as unknown as {
    readonly snapshot: { readonly participants: Readonly<Record<string, Person>> };
  };
  return snapshot.participants[who.id];
}

const principalOf = ({ welcome, id }: Joined): unknown =>
  (welcome.snapshot?.participants[id] as { readonly principal?: unknown } | undefined)?.principal;

describe.each(['memory', 'sqlite'] as const)('moderation kept in %s', (storage) => {
  let server: TestServer;
  let room: TestRoom;
  let ana: Joined;
  let ben: Joined;
  let cid: Joined;

  beforeEach(async () => {
    server = await startServer({ storage });
    room = await TestRoom.create(server.address);
    [ana, ben, cid] = [await room.host('Ana'), await room.guest('Ben'), await room.guest('Cid')];
  });

  afterEach(() => server.dispose());

  test('who is muted and everybody else are told by whom, and a client that ignores it is off all the same', async () => {
    const muted = await ana.wire.command({ type: 'mute', id: 'm', participant: ben.id, media: ['microphone'] });
    expect(muted.type).toBe('ok');
    const by = { participant: ana.id, name: 'Ana' };
    for (const { wire } of [ana, ben, cid]) {
      expect(await wire.event('media-stopped')).toMatchObject({ participant: ben.id, media: ['microphone'], by });
    }
    // Ben says nothing at all.
    expect(await seenBy(cid, ben)).toMatchObject({
      media: { microphone: false, camera: true },
      stopped: { microphone: { by } },
    });
  });

  test('whoever was muted is on again by their own word alone', async () => {
    await ana.wire.command({ type: 'mute', id: 'm', participant: ben.id, media: ['microphone'] });
    await ben.wire.command({ type: 'set-media-state', id: 'on', media: { ...OFF, microphone: true } });
    expect(await seenBy(cid, ben)).not.toHaveProperty('stopped');
  });

  test('muting all spares who orders it, and is told of each', async () => {
    await ana.wire.command({ type: 'mute', id: 'm', participant: 'all', media: ['microphone', 'camera'] });
    await ana.wire.settle();
    const stopped = ana.wire.events.filter(({ type }) => type === 'media-stopped');
    expect(stopped.map(({ participant }) => participant)).toEqual([ben.id, cid.id]);
    expect((await seenBy(cid, ana))?.media).toMatchObject({ microphone: true, camera: true });
  });

  test('a guest mutes and asks nobody, and lets nobody back in', async () => {
    for (const [id, command] of Object.entries({
      a: { type: 'mute', participant: ana.id, media: ['camera'] },
      b: { type: 'mute', participant: 'all', media: ['camera'] },
      c: { type: 'ask-to-unmute', participant: cid.id, media: ['camera'] },
      d: { type: 'unbar', principal: 'somebody-barred' },
    })) {
      expect(await ben.wire.command({ ...command, id })).toMatchObject({ type: 'error', code: 'forbidden' });
    }
    expect(await ana.wire.command({ type: 'mute', id: 'e', participant: ben.id, media: [] })).toMatchObject({
      code: 'bad-frame',
    });
  });

  test('whoever is asked is told by whom, and the asker what came of it; nobody is asked again at once', async () => {
    await ben.wire.command({ type: 'set-media-state', id: 'off', media: OFF });
    const ask = { type: 'ask-to-unmute', participant: ben.id, media: ['microphone'] };
    expect((await ana.wire.command({ ...ask, id: 'a' })).type).toBe('ok');
    const asked = await ben.wire.event('unmute-asked');
    expect(asked).toMatchObject({ participant: ben.id, media: ['microphone'], by: { name: 'Ana' } });
    expect((await seenBy(cid, ben))?.media).toEqual(OFF);
    expect(await ana.wire.command({ ...ask, id: 'b' })).toMatchObject({ code: 'already-asked' });

    await ben.wire.command({ type: 'decline-unmute', id: 'no' });
    expect(await ana.wire.event('unmute-declined')).toMatchObject({ participant: ben.id });
    expect(await ana.wire.command({ ...ask, id: 'c' })).toMatchObject({ code: 'already-asked' });
  });

  test('mute and leave at once: each of the two has one outcome, whichever was first', async () => {
    ben.wire.send({ type: 'leave', id: 'bye' });
    const answer = await ana.wire.command({ type: 'mute', id: 'm', participant: ben.id, media: ['microphone'] });
    await ben.wire.closed;
    await ana.wire.event('participant-left');
    const order = ana.wire.events.map(({ type }) => type).filter((type) => type !== 'participant-joined');
    expect(order).toEqual(answer.type === 'ok' ? ['media-stopped', 'participant-left'] : ['participant-left']);
    expect([undefined, 'no-such-participant']).toContain(answer.code);
  });

  test('whoever was barred is let back in, by a new token: what they had before stays dead (invariant 5)', async () => {
    const later = await room.token(ben.proof);
    await ana.wire.command({ type: 'remove', id: 'r', participant: ben.id, reason: '', bar: true });
    await ben.wire.closed;
    expect(await room.outcomeOfJoin(ben.proof)).toBe('barred');

    expect(await ana.wire.command({ type: 'unbar', id: 'u', principal: principalOf(cid) })).toMatchObject({
      code: 'not-barred',
    });
    const principal = principalOf(ben);
    expect((await ana.wire.command({ type: 'unbar', id: 'v', principal })).type).toBe('ok');
    expect(await cid.wire.event('principal-unbarred')).toMatchObject({ principal, by: { name: 'Ana' } });

    for (const token of [ben.token, later.token]) expect(await room.outcomeOfToken(token)).toBe('token-expired');
    const resumed = await room.resume(ben.welcome, 1);
    expect(await resumed.next('meeting-left')).toMatchObject({ reason: { code: 1002 } });
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });
});

test('whoever was let back in still is when the server was restarted', async () => {
  const server = await startServer({ storage: 'sqlite' });
  const room = await TestRoom.create(server.address);
  const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
  await ana.wire.command({ type: 'remove', id: 'r', participant: ben.id, reason: '', bar: true });
  await ana.wire.command({ type: 'unbar', id: 'u', principal: principalOf(ben) });
  await server.restart();
  expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  await server.dispose();
});
