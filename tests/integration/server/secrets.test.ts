import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startServer } from '#tests/fixtures/server.ts';
import { withServerProcess } from '#tests/fixtures/serverProcess.ts';

import { post, secret, TestRoom } from './testRoom.ts';
import { Wire } from './wire.ts';

const NAME = 'Canary Name Zweig';
const NOTE = 'Canary Note Zweig';
const SDP = 'v=0 canary-sdp-zweig';

/** A whole meeting, with everything in it that no log may ever hold. Returns what must not be found. */
async function playWithSecrets(address: string): Promise<readonly string[]> {
  const room = await TestRoom.create(address);
  const ana = await room.host(NAME);
  const ben = await room.guest('Ben Canary');
  const link = [ana.id, ben.id].sort().join('~');
  ana.wire.send({ type: 'signal', to: ben.id, link, generation: 0, data: SDP });
  await ben.wire.next('signal');
  await ana.wire.command({ type: 'rename', id: 'canary-command', name: `${NAME} II` });
  // Everything that goes wrong is the likeliest to be logged.
  const guessed = secret();
  await room.outcomeOfToken(`${ana.token}x`);
  await room.outcomeOfToken('canary-token');
  const wrong = await room.resume(ana.welcome, 0, guessed);
  await wrong.next('refused');
  await post(address, `/v1/rooms/${room.id}/join-tokens`, { identity: guessed, inviteKey: secret() });
  await post(address, '/v1/rooms', { identity: guessed, inviteKey: 'canary-short' });
  const wire = await Wire.open(address);
  wire.send(`{"type":"hello","name":"${NAME}","token":"canary-token"}`);
  await wire.closed;
  ben.wire.socket.terminate();
  await ana.wire.event('connection-lost');
  const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
  const welcome = await back.next('welcome');
  await ana.wire.command({ type: 'remove', id: 'out', participant: ben.id, reason: NOTE, bar: true });
  await ana.wire.command({ type: 'end-room', id: 'end', reason: NOTE, lock: true });
  const tokens = [
    ana.token,
    ben.token,
    ana.welcome.resumeToken ?? '',
    ben.welcome.resumeToken ?? '',
    welcome.resumeToken ?? '',
  ];
  return [
    NAME,
    NOTE,
    SDP,
    'Canary',
    'canary',
    ...tokens,
    guessed,
    room.inviteKey,
    room.hostProof,
    ana.proof,
    ben.proof,
    '127.0.0.1',
  ];
}

test('no token, key, SDP, name, note or address is in any log (invariant 12, reliability figure 20)', async () => {
  const server = await startServer({ storage: 'sqlite' });
  const canaries = await playWithSecrets(server.address);
  const logged = JSON.stringify(server.logged);
  expect(server.logged.length).toBeGreaterThan(10);
  for (const canary of canaries) expect(logged).not.toContain(canary);
  await server.dispose();
});

test('nor in what the standalone server prints', async () => {
  await withServerProcess(async (server, folder) => {
    const canaries = await playWithSecrets(server.address);
    const printed = server.lines.filter((line) => !line.includes('"msg":"configuration"')).join('\n');
    expect(server.lines.length).toBeGreaterThan(10);
    for (const canary of canaries) expect(printed).not.toContain(canary);
    const key = (await readFile(join(folder, 'token-key'), 'utf8')).trim();
    expect(server.lines.join('\n')).not.toContain(key);
  });
});

test('tokens, invite keys and identity proofs are not stored in clear text', async () => {
  const server = await startServer({ storage: 'sqlite' });
  const canaries = await playWithSecrets(server.address);
  await server.stop();
  const file = (await readFile(join(server.folder ?? '', 'rooms.db'))).toString('latin1');
  // Names and notes are part of a room's history; credentials are not.
  const credentials = canaries.filter((canary) => canary.length >= 43);
  expect(credentials.length).toBeGreaterThanOrEqual(9);
  for (const credential of credentials) expect(file).not.toContain(credential);
  expect(file).not.toContain(SDP);
  await server.dispose();
});
