import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, expect, test } from 'vitest';

import { startServer } from '#tests/fixtures/server.ts';
import { bundleServer, withServerProcess } from '#tests/fixtures/serverProcess.ts';

import { TestRoom } from './testRoom.ts';
import type { Frame } from './wire.ts';

const SECRET = 'canary-turn-secret-zweig';
const STUN = { urls: ['stun:stun.example.org'] };
const TURN = { urls: ['turn:turn.example.org:3478'] };

interface Told {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

const toldIn = (frame: Frame): readonly Told[] => frame['iceServers'] as readonly Told[];

/** Until when a frame's credentials are good, in milliseconds; fails where a TURN server would not take them. */
function goodUntil(frame: Frame, participant: string): number {
  const [stun, turn] = toldIn(frame);
  expect(stun).toEqual(STUN);
  expect(turn?.urls).toEqual(TURN.urls);
  const [seconds, id] = (turn?.username ?? '').split(':');
  expect(id).toBe(participant);
  expect(turn?.credential).toBe(createHmac('sha1', SECRET).update(`${seconds}:${id}`).digest('base64'));
  return Number(seconds) * 1000;
}

beforeAll(() => bundleServer());

test('a join and a resume each bring credentials of their own, good for five minutes at most', async () => {
  const server = await startServer({ iceServers: [STUN, TURN], turnSecret: SECRET });
  const room = await TestRoom.create(server.address);
  const ana = await room.host();
  const before = Date.now();
  const ben = await room.guest('Ben');
  const until = goodUntil(ben.welcome, ben.id);
  expect(until).toBeGreaterThan(before + 298_000);
  expect(until).toBeLessThanOrEqual(Date.now() + 300_000);
  expect(goodUntil(ana.welcome, ana.id)).toBeLessThanOrEqual(until);
  expect(ben.welcome).not.toHaveProperty('iceTransportPolicy');
  const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
  expect(goodUntil(await back.next('welcome'), ben.id)).toBeGreaterThanOrEqual(until);
  expect(JSON.stringify(server.logged)).not.toContain('canary');
  await server.dispose();
});

test('new ones arrive before the last expire, again and again, and nobody has to ask', async () => {
  const server = await startServer({ iceServers: [STUN, TURN], turnSecret: SECRET, guards: { turnMs: 4_000 } });
  const room = await TestRoom.create(server.address);
  const ana = await room.host();
  let until = goodUntil(ana.welcome, ana.id);
  for (let round = 0; round < 2; round += 1) {
    const next = await ana.wire.next('ice-servers');
    expect(Date.now()).toBeLessThan(until);
    const renewed = goodUntil(next, ana.id);
    expect(renewed).toBeGreaterThan(until);
    until = renewed;
  }
  expect(ana.wire.isClosed).toBe(false);
  await server.dispose();
});

test('the standalone server takes its secret out of a file and prints it nowhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-turn-'));
  const file = join(folder, 'secret');
  await writeFile(file, `${SECRET}\n`);
  await withServerProcess(
    async (server) => {
      const room = await TestRoom.create(server.address);
      const ana = await room.host();
      expect(goodUntil(ana.welcome, ana.id)).toBeGreaterThan(Date.now());
      expect(ana.welcome['iceTransportPolicy']).toBe('relay');
      expect(JSON.parse(server.lines[0] ?? '{}')).toMatchObject({
        iceServers: [...STUN.urls, ...TURN.urls],
        iceTransportPolicy: 'relay',
        turnSecretFile: file,
      });
      const printed = server.lines.join('\n');
      expect(printed).not.toContain(SECRET);
      expect(printed).not.toContain(toldIn(ana.welcome)[1]?.credential);
    },
    ['--ice-server', [...STUN.urls, ...TURN.urls].join(','), '--ice-policy', 'relay', '--turn-secret-file', file],
  );
  await rm(folder, { recursive: true });
});
