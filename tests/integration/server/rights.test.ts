import { randomBytes } from 'node:crypto';

import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';

// Role x command x state, over the wire: what a command is answered with, by who gives it and how the room is.

/** `heir`: a guest who was made host meanwhile. */
type Giver = 'host' | 'guest' | 'alone' | 'heir';
/** Those who are not in any more. */
type Gone = 'left' | 'removed';
type RoomState = 'open' | 'locked';

const COMMANDS = {
  lock: () => ({ type: 'lock' }),
  unlock: () => ({ type: 'unlock' }),
  remove: (victim: string) => ({ type: 'remove', participant: victim, reason: '', bar: false }),
  bar: (victim: string) => ({ type: 'remove', participant: victim, reason: '', bar: true }),
  'end-room': () => ({ type: 'end-room', reason: '', lock: false }),
  'end and lock': () => ({ type: 'end-room', reason: '', lock: true }),
  rename: () => ({ type: 'rename', name: 'New Name' }),
  'set-media-state': () => ({ type: 'set-media-state', media: { microphone: false, camera: false, screen: true } }),
  'hand over': (victim: string) => ({ type: 'leave', handOverTo: victim }),
  leave: () => ({ type: 'leave' }),
} as const;
type CommandName = keyof typeof COMMANDS;

/** For each giver: the answers to the commands in the order above, in an open room and in a locked one. */
const ANSWERS: Readonly<Record<Giver, Readonly<Record<RoomState, readonly string[]>>>> = {
  host: {
    open: ['ok', 'not-locked', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
    locked: ['already-locked', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
  heir: {
    open: ['ok', 'not-locked', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
    locked: ['already-locked', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  },
  guest: {
    open: ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'ok', 'ok', 'forbidden', 'ok'],
    locked: [
      'forbidden',
      'forbidden',
      'forbidden',
      'forbidden',
      'forbidden',
      'forbidden',
      'ok',
      'ok',
      'forbidden',
      'ok',
    ],
  },
  // A guest with nobody else there may end (VideoSDK), but neither lock nor remove.
  alone: {
    open: ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'ok', 'forbidden', 'ok', 'ok', 'forbidden', 'ok'],
    locked: ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'ok', 'forbidden', 'ok', 'ok', 'forbidden', 'ok'],
  },
};

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ guards: { roomsPerHour: 1_000_000 } });
});

afterAll(() => server.dispose());

interface Cast {
  readonly room: TestRoom;
  readonly giver: Joined;
  /** Somebody else, or somebody who is not there. */
  readonly victim: string;
}

async function go(person: Joined, handOverTo?: string): Promise<void> {
  person.wire.send({ type: 'leave', id: 'go', ...(handOverTo !== undefined && { handOverTo }) });
  await person.wire.closed;
}

async function castOf(kind: Giver | Gone, state: RoomState): Promise<Cast> {
  const room = await TestRoom.create(server.address);
  const [ana, ben, cid] = [await room.host('Ana'), await room.guest('Ben'), await room.guest('Cid')];
  if (state === 'locked') await ana.wire.command({ type: 'lock', id: 'setup' });
  switch (kind) {
    case 'host':
      return { room, giver: ana, victim: ben.id };
    case 'guest':
      return { room, giver: ben, victim: cid.id };
    case 'heir':
      await go(ana, ben.id);
      return { room, giver: ben, victim: cid.id };
    case 'alone':
      await go(ana);
      await go(cid);
      return { room, giver: ben, victim: cid.id };
    case 'left':
      await go(ben);
      return { room, giver: ben, victim: cid.id };
    case 'removed':
      await ana.wire.command({ type: 'remove', id: 'out', participant: ben.id, reason: '', bar: false });
      await ben.wire.closed;
      return { room, giver: ben, victim: cid.id };
  }
}

const givers = Object.keys(ANSWERS) as Giver[];
const states: readonly RoomState[] = ['open', 'locked'];
const names = Object.keys(COMMANDS) as CommandName[];
const rows = givers.flatMap((giver) =>
  states.flatMap((state) =>
    names.map((name, index) => ({ giver, state, name, expected: ANSWERS[giver][state][index] })),
  ),
);

describe('role x command x state (reliability figure 17)', () => {
  test.each(rows)('$giver, $state room: $name -> $expected', async ({ giver: kind, state, name, expected }) => {
    const { giver, victim } = await castOf(kind, state);
    const answer = await giver.wire.command({ ...COMMANDS[name](victim), id: 'the-command' });
    expect(answer.type === 'error' ? answer.code : answer.type).toBe(expected);
  });

  test.each([
    ['left', 'open', 1101],
    ['left', 'locked', 1101],
    ['removed', 'open', 1002],
    ['removed', 'locked', 1002],
  ] as const)('who %s, %s room, has no session left to give a command with', async (kind, state, code) => {
    const { room, giver } = await castOf(kind, state);
    const wire = await room.resume(giver.welcome, giver.welcome.rev ?? 0);
    await wire.closed;
    expect(wire.frames.at(-1)).toMatchObject({ type: 'meeting-left', reason: { code } });
  });
});

describe('a token is no right (invariant 6)', () => {
  test('a guest whose token says host is a guest', async () => {
    const room = await TestRoom.create(server.address);
    await room.host('Ana');
    const { proof, token } = await room.token();
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
      string,
      unknown
    >;
    const forged = await new SignJWT({ ...claims, role: 'host' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(server.tokenKey);
    const ben = await room.enter('Ben', forged, proof);
    expect(ben.welcome.snapshot?.participants[ben.id]).toMatchObject({ role: 'guest' });
    expect(await ben.wire.command({ type: 'lock', id: 'a' })).toMatchObject({ code: 'forbidden' });
  });

  test('one that this server did not sign, or that names another algorithm, is none (CVE-2021-39215)', async () => {
    const room = await TestRoom.create(server.address);
    const { token } = await room.token();
    const [, body = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${body}.`;
    const others = [
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(randomBytes(32)),
      await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS512' })
        .sign(Buffer.concat([server.tokenKey, server.tokenKey])),
      await new SignJWT({ ...claims, aud: 'another-server' })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(server.tokenKey),
      await new SignJWT({ ...claims, iss: 'somebody' }).setProtectedHeader({ alg: 'HS256' }).sign(server.tokenKey),
      unsigned,
    ];
    for (const other of others) expect(await room.outcomeOfToken(other)).toBe('bad-token');
    const old = await new SignJWT({ ...claims, exp: 1_000_000 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(server.tokenKey);
    expect(await room.outcomeOfToken(old)).toBe('token-expired');
    expect(await room.outcomeOfToken(token)).toBe('welcome');
  });

  test('the right to lift a lock is lost with a bar', async () => {
    const room = await TestRoom.create(server.address);
    const ana = await room.host('Ana');
    const ben = await room.guest('Ben');
    // Ana hands over and comes back: both are hosts; then Ben bars Ana.
    ana.wire.send({ type: 'leave', id: 'bye', handOverTo: ben.id });
    await ana.wire.closed;
    const again = await room.guest('Ana', ana.proof);
    await ben.wire.command({ type: 'remove', id: 'a', participant: again.id, reason: '', bar: true });
    await ben.wire.command({ type: 'lock', id: 'b' });
    const wire = await room.knock('Ana', ana.token);
    const refusal = await wire.next('refused');
    expect(refusal).toMatchObject({ code: 'barred' });
    expect(refusal.mayUnlock).toBeUndefined();
  });
});
