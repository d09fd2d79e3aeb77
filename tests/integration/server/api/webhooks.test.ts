import { randomBytes } from 'node:crypto';

import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Webhook } from '#protocol/http.ts';
import { createSteadyClock } from '#server/clock.ts';
import { SILENT } from '#server/logging.ts';
import { type WebhookOptions, Webhooks } from '#server/webhooks/webhooks.ts';
import type { TestServer } from '#tests/fixtures/server.ts';

import { TestRoom } from '../testRoom.ts';
import { type Integrator, startIntegrated } from './integrator.ts';
import { Receiver } from './receiver.ts';

const secret = randomBytes(32);
let receiver: Receiver;
let webhooks: Webhooks;
let server: TestServer;
let integrator: Integrator;
let outcomes: string[];

beforeEach(async () => {
  receiver = await Receiver.start(secret);
});

afterEach(async () => {
  await server.dispose();
  await webhooks.close(0);
  receiver.close();
});

async function start(options: Partial<WebhookOptions> = {}): Promise<TestRoom> {
  outcomes = [];
  webhooks = new Webhooks({
    url: receiver.url,
    secret,
    clock: createSteadyClock(),
    log: SILENT,
    count: (outcome) => outcomes.push(outcome),
    firstMs: 10,
    mostMs: 40,
    ...options,
  });
  ({ server, integrator } = await startIntegrated({ observers: [webhooks], emptyCloseMs: 50 }));
  return TestRoom.create(server.address);
}

const types = () => receiver.taken.map(({ body }) => body.type);

describe('webhooks', () => {
  test('tell of joins, leaves, ends and closes, in order, signed, as they are documented', async () => {
    const room = await start();
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    await integrator.post(`/rooms/${room.id}/participants/${ben.id}/remove`, { reason: 'Abuse', bar: true });
    await integrator.post(`/rooms/${room.id}/end`, { reason: 'Over', lock: false });
    await receiver.until(() => receiver.taken.length === 4);
    expect(types()).toEqual(['participant-joined', 'participant-joined', 'participant-left', 'room-ended']);
    const [, joined, left, ended] = receiver.taken.map(({ body }) => body);
    expect(joined).toMatchObject({ participant: { id: ben.id, name: 'Ben' } });
    expect(left).toMatchObject({ participant: ben.id, reason: { code: 1010 }, note: 'Abuse', barred: true });
    expect(ended).toMatchObject({ reason: { code: 1009 }, participants: [{ participant: ana.id }] });
    for (const { body, genuine } of receiver.taken) {
      expect([genuine, v.safeParse(Webhook, body).issues]).toEqual([true, undefined]);
      expect([body.room, body.incarnation]).toEqual([room.id, ana.welcome.incarnation]);
    }
    const revs = receiver.taken.map(({ body }) => Number(body.rev));
    expect(revs).toEqual(revs.toSorted((a, b) => a - b));
    expect(new Set(receiver.taken.map(({ id }) => id)).size).toBe(4);
  });

  test('tell of a room that closes because nobody is in it', async () => {
    const room = await start();
    const ana = await room.host();
    ana.wire.send({ type: 'leave', id: 'bye' });
    await receiver.until(() => types().includes('room-closed'));
    expect(types()).toEqual(['participant-joined', 'participant-left', 'room-closed']);
    expect(receiver.taken[2]?.body.incarnation).toBe(ana.welcome.incarnation);
  });

  test('a receiver that fails twice gets it the third time, once by its id, and all after it in order', async () => {
    const room = await start();
    receiver.answer = (_delivered, before) => (before < 2 ? 500 : 204);
    await room.host('Ana');
    await room.guest('Ben');
    await receiver.until(() => receiver.taken.length === 2);
    const ids = receiver.attempts.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual([ids[0], ids[0], ids[0]]);
    expect(receiver.taken.map(({ id }) => id)).toEqual([ids[0], ids[3]]);
    expect(receiver.taken.map(({ body }) => (body.participant as { name: string }).name)).toEqual(['Ana', 'Ben']);
    await expect.poll(() => outcomes).toEqual(['failed', 'failed', 'delivered', 'delivered']);
    expect(receiver.attempts.every(({ genuine }) => genuine)).toBe(true);
  });

  test('a redirect is not followed, and no success', async () => {
    const room = await start();
    receiver.answer = (_delivered, before) => (before === 0 ? 302 : 200);
    await room.host();
    await receiver.until(() => receiver.taken.length === 1);
    expect(receiver.attempts).toHaveLength(2);
  });

  test('a receiver that does not answer one room holds up neither its people nor other rooms', async () => {
    const room = await start();
    receiver.answer = ({ body }) => (body.room === room.id ? null : 204);
    const ana = await room.host();
    expect(await ana.wire.command({ type: 'lock', id: 'l' })).toMatchObject({ type: 'ok' });
    const other = await TestRoom.create(server.address);
    await other.host();
    await receiver.until(() => receiver.taken.some(({ body }) => body.room === other.id));
    await expect.poll(() => webhooks.waiting).toBe(1);
  });

  test('what is not taken in time is given up, and the next goes on', async () => {
    const room = await start({ patienceMs: 30 });
    receiver.answer = ({ body }) => (body.type === 'participant-joined' ? 503 : 204);
    const ana = await room.host();
    ana.wire.send({ type: 'leave', id: 'bye' });
    await receiver.until(() => types().includes('participant-left'));
    expect(outcomes).toContain('given-up');
    expect(types()).not.toContain('participant-joined');
  });

  test('of those that wait there is a most: more are dropped, not kept', async () => {
    const room = await start({ most: 1 });
    receiver.answer = () => null;
    await room.host();
    await room.guest('Ben');
    expect([webhooks.waiting, outcomes]).toEqual([1, ['dropped']]);
  });

  test('what waits when the server goes down still gets its time', async () => {
    const room = await start();
    receiver.answer = (_delivered, before) => (before === 0 ? 503 : 204);
    await room.host();
    await server.stop();
    await webhooks.close(10_000);
    expect([types(), webhooks.waiting]).toEqual([['participant-joined'], 0]);
  });
});
