import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import type { RoleTable } from '#protocol/roles.ts';
import type { TestServer } from '#tests/fixtures/server.ts';

import type { Joined, TestRoom } from '../testRoom.ts';
import { type Integrator, startIntegratedRoom } from './integrator.ts';

let server: TestServer;
let integrator: Integrator;
let room: TestRoom;
let ana: Joined;
let ben: Joined;

beforeEach(async () => {
  ({ server, integrator, room, ana, ben } = await startIntegratedRoom());
});

afterEach(() => server.dispose());

const participantsOf = (joined: Joined) =>
  (joined.welcome['snapshot'] as unknown as { participants: Record<string, { role: string }> }).participants;

const limit = (most: unknown, key?: string) => integrator.post(`/rooms/${room.id}/speaker-limit`, { limit: most }, key);

describe('the limit of speakers through the API (1004)', () => {
  test('puts out the newest who are no hosts, each told once; the others see the reason', async () => {
    expect((await limit(1)).status).toBe(204);
    expect(await ben.wire.next('meeting-left')).toMatchObject({
      reason: { code: 1004, type: 'REMOVE_PEER_MEDIA_RELAY_STOP' },
    });
    expect(await ben.wire.closed).toBe(4004);
    expect([ben.wire.count('meeting-left'), ben.wire.count('removed-from-room')]).toEqual([1, 0]);
    expect(await ana.wire.event('participant-left')).toMatchObject({ participant: ben.id, reason: { code: 1004 } });
    const again = await room.guest('Ben');
    const { participants } = again.welcome['snapshot'] as unknown as { participants: Record<string, { role: string }> };
    expect(participants[again.id]?.role).toBe('viewer');
  });

  test('holds over a restart, until it is taken back', async () => {
    await limit(1);
    await ben.wire.closed;
    await server.restart();
    const cid = await room.guest('Cid');
    expect(participantsOf(cid)[cid.id]?.role).toBe('viewer');
    expect((await limit(null)).status).toBe(204);
    const dan = await room.guest('Dan');
    expect(participantsOf(dan)[dan.id]?.role).toBe('guest');
  });

  test('by the same idempotency key puts out once', async () => {
    expect((await limit(1, 'once')).status).toBe(204);
    await ben.wire.closed;
    await limit(null);
    const again = await room.guest('Ben');
    expect((await limit(1, 'once')).status).toBe(204);
    expect((await again.wire.command({ type: 'rename', id: 'still', name: 'Benedict' })).type).toBe('ok');
  });

  test.each([0, -1, 1.5, 'two', {}])('%j is no limit', async (most) => {
    expect((await limit(most)).status).toBe(400);
  });

  test('of a room that is none, or without a role for viewers, is refused', async () => {
    expect((await integrator.post('/rooms/aaa-aaaa-aaa/speaker-limit', { limit: 1 })).status).toBe(404);
    const { host, guest } = DEFAULT_ROLES;
    await server.restart({ roles: { host, guest } as RoleTable });
    const { status, body } = await limit(1);
    expect([status, body.code]).toEqual([409, 'unknown-role']);
  });
});

const token = (role: string) => integrator.post(`/rooms/${room.id}/join-tokens`, { identity: ben.proof, role });

test('a role that the room does not have is refused to whoever asks a token for it', async () => {
  expect(await token('boss')).toMatchObject({ status: 409, body: { code: 'unknown-role' } });
  expect(await token('Boss')).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  expect(await token('viewer')).toMatchObject({ status: 200, body: { role: 'viewer' } });
  expect(await ana.wire.event('role-changed')).toMatchObject({ role: 'viewer', by: null, reason: { code: 1003 } });
});
