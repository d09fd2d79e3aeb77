import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, post, secret, TestRoom } from './testRoom.ts';

const EVERYTHING = ['endRoom', 'removeOthers', 'mute', 'unmute', 'changeRole', 'admit'] as const;
const TALK = ['lock', 'shareScreen', 'chat', 'publishAudio', 'publishVideo'] as const;

/** Guests watch, panelists speak. */
const PANEL = {
  host: { permissions: [...EVERYTHING, ...TALK] },
  panelist: { permissions: ['publishAudio' as const, 'chat' as const] },
  guest: { permissions: ['chat' as const] },
  viewer: { permissions: [] },
};

const ON = { microphone: true, camera: true, screen: false };

let server: TestServer;
let room: TestRoom;

beforeEach(async () => {
  server = await startServer({ storage: 'sqlite' });
  room = await TestRoom.create(server.address);
});

afterEach(() => server.dispose());

interface Seen {
  readonly roleTable?: unknown;
  readonly participants: Readonly<Record<string, { readonly role: string; readonly media: typeof ON }>>;
}
const roomOf = ({ welcome }: Joined): Seen => welcome['snapshot'] as unknown as Seen;

const tokenFor = async (identity: string) =>
  (await post(server.address, `/v1/rooms/${room.id}/join-tokens`, { identity, inviteKey: room.inviteKey })).body;

const say = (by: Joined, command: object) => by.wire.command({ id: secret().slice(0, 20), ...command } as never);

describe('roles of a server', () => {
  test('a room of a server without roles of its own says nothing of them, as rooms from before', async () => {
    const ana = await room.host('Ana');
    expect(roomOf(ana).roleTable).toBeUndefined();
    expect(await tokenFor(secret())).not.toHaveProperty('permissions');
  });

  test('are told to a room that was made under others, before anybody is told how they stand in it', async () => {
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    await say(ben, { type: 'set-media-state', media: ON });
    for (const { wire } of [ana, ben]) wire.socket.terminate();
    await server.restart({ roles: PANEL });
    expect(await tokenFor(secret())).toMatchObject({ role: 'guest', permissions: ['chat'] });
    const cid = await room.guest('Cid');
    expect(roomOf(cid).roleTable).toEqual(PANEL);
    expect(roomOf(cid).participants[ben.id]?.media).toEqual({ microphone: false, camera: false, screen: false });
    expect((await say(cid, { type: 'set-media-state', media: ON }))['code']).toBe('forbidden');
  });

  test('are told to whoever makes a room, as they will hold in it', async () => {
    await server.restart({ roles: PANEL });
    const made = await post(server.address, '/v1/rooms', { identity: secret(), inviteKey: secret() });
    expect(made.body).toMatchObject({ role: 'host', permissions: [...EVERYTHING, ...TALK], mayUnlock: true });
  });

  test('that are taken back make guests of who was something that is no more', async () => {
    await server.restart({ roles: PANEL });
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    expect((await say(ana, { type: 'change-role', participant: ben.id, role: 'panelist' })).type).toBe('ok');
    for (const { wire } of [ana, ben]) wire.socket.terminate();
    const { panelist: _, ...without } = PANEL;
    await server.restart({ roles: without });
    const cid = await room.guest('Cid');
    expect(roomOf(cid).participants[ben.id]?.role).toBe('guest');
  });

  test('that can not be meant keep a server from starting', async () => {
    const { viewer: _, ...without } = PANEL;
    await expect(startServer({ roles: without, speakers: 3 })).rejects.toThrow('needs a role "viewer"');
    await expect(startServer({ roles: { ...PANEL, host: { permissions: [] } } })).rejects.toThrow('host must hold');
  });
});

describe('change-role', () => {
  test('is answered once for one id, and done once', async () => {
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    const command = { type: 'change-role', id: 'same', participant: ben.id, role: 'co-host' } as const;
    const first = await ana.wire.command(command);
    await say(ana, { type: 'change-role', participant: ben.id, role: 'guest' });
    expect(await ana.wire.command(command)).toEqual(first);
    await ana.wire.settle();
    expect(ana.wire.events.filter(({ type }) => type === 'role-changed')).toHaveLength(2);
  });

  test('is on disk before it is acknowledged: a role holds over a restart', async () => {
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    expect((await say(ana, { type: 'change-role', participant: ben.id, role: 'co-host' })).type).toBe('ok');
    await server.restart();
    expect((await tokenFor(ben.proof))['role']).toBe('co-host');
  });

  test.each([
    [{ participant: 'nobody-is-this', role: 'guest' }, 'no-such-participant'],
    [{ participant: 'nobody-is-this', role: 'Boss' }, 'bad-frame'],
    [{ participant: 'nobody-is-this', role: 'constructor' }, 'bad-frame'],
  ])('with %j is refused with %s', async (wrong, code) => {
    const ana = await room.host('Ana');
    expect((await say(ana, { type: 'change-role', ...wrong }))['code']).toBe(code);
  });

  test('and rights are read at commit: who was made less of meanwhile is refused, whatever was true when they asked', async () => {
    const [ana, ben, cid] = [await room.host('Ana'), await room.guest('Ben'), await room.guest('Cid')];
    await say(ana, { type: 'change-role', participant: ben.id, role: 'co-host' });
    // In one turn of the server: the demotion first, then what Ben sent when he could still do it.
    ana.wire.send({ type: 'change-role', id: 'less', participant: ben.id, role: 'guest' });
    await ana.wire.nextThat((frame) => frame['id'] === 'less', 'the answer');
    const asked = await say(ben, { type: 'remove', participant: cid.id, reason: '', bar: false });
    expect(asked['code']).toBe('forbidden');
  });
});
