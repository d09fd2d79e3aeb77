import { afterEach, beforeEach, expect, test } from 'vitest';

import type { TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from '../testRoom.ts';
import { type Integrator, startIntegrated } from './integrator.ts';

let server: TestServer;
let integrator: Integrator;
let room: TestRoom;
let ana: Joined;

beforeEach(async () => {
  ({ server, integrator } = await startIntegrated({ storage: 'sqlite' }));
  room = await TestRoom.create(server.address);
  ana = await room.host('Ana');
  await integrator.post(`/rooms/${room.id}/lobby`, { on: true });
});

afterEach(() => server.dispose());

const waiting = async () => (await integrator.get(`/rooms/${room.id}/waiting`)).body;

async function knock(name: string) {
  const wire = await room.knock(name, (await room.token()).token);
  await wire.next('waiting');
  const list = (await waiting()).waiting as readonly { readonly principal: string; readonly name: string }[];
  return { wire, principal: list.find((each) => each.name === name)?.principal ?? '' };
}

test('the lobby is switched on, and whoever comes is listed, let in or not, by an administrator', async () => {
  expect(await ana.wire.event('lobby-set')).toMatchObject({ on: true, by: null });
  expect(await waiting()).toMatchObject({ room: room.id, lobby: true, waiting: [] });
  const [ben, cid] = [await knock('Ben'), await knock('Cid')];
  expect((await waiting()).waiting).toMatchObject([{ name: 'Ben' }, { name: 'Cid' }]);
  const admit = { principal: ben.principal };
  expect((await integrator.post(`/rooms/${room.id}/waiting/admit`, admit)).status).toBe(204);
  await ben.wire.next('welcome');
  const refuse = { principal: cid.principal, reason: 'By invitation only', bar: true };
  expect((await integrator.post(`/rooms/${room.id}/waiting/refuse`, refuse)).status).toBe(204);
  const refused = await cid.wire.next('refused');
  expect(refused).toMatchObject({ code: 'not-admitted', by: null, note: 'By invitation only' });
  const again = await integrator.post(`/rooms/${room.id}/waiting/admit`, admit);
  expect([again.status, again.body.code]).toEqual([404, 'not-waiting']);
});

test('to let everybody in, and to switch the lobby off, lets in all who wait', async () => {
  const ben = await knock('Ben');
  expect((await integrator.post(`/rooms/${room.id}/waiting/admit`, { principal: 'all' })).status).toBe(204);
  expect((await ben.wire.next('welcome')).type).toBe('welcome');
  const cid = await knock('Cid');
  expect((await integrator.post(`/rooms/${room.id}/lobby`, { on: false })).status).toBe(204);
  expect((await cid.wire.next('welcome')).type).toBe('welcome');
});
