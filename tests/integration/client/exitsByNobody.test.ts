// Exits that no participant orders: by the API, by policies, and for a reason that nobody knows.
import { describe, expect, test } from 'vitest';

import { reasonOf } from '#meeting/reason.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { openStorage } from '#server/rooms/storage.ts';

import { must } from './harness/party.ts';
import { recordExit } from './harness/recordExit.ts';
import { integratedThree } from './harness/three.ts';

describe('through the API', () => {
  test.each([
    { lock: false, what: 'ended through the API' },
    { lock: true, what: 'ended and locked through the API' },
  ])('1009: $what puts everybody out, the host too, by nobody', async ({ lock, what }) => {
    const { access, ana, ben, cleo, integrator } = await integratedThree();
    const { room } = access.target;
    expect((await integrator.post(`/rooms/${room}/end`, { reason: 'Booked until five', lock })).status).toBe(204);
    for (const person of [ana, ben, cleo]) {
      expect(await person.over()).toMatchObject({
        reason: { code: 1009, type: 'MEETING_END_API' },
        removal: { reason: 'Booked until five', roomWasEnded: true, peerWhoRemoved: null, locked: lock },
        mine: false,
        mayRejoin: !lock,
      });
      expect(person.told).toEqual(['removed-from-room', 'meeting-left 1009']);
    }
    recordExit(1009, what, { leaver: ben, others: [ana, cleo] });
  });

  test.each([
    { bar: false, what: 'removed through the API' },
    { bar: true, what: 'removed and barred through the API' },
  ])('1010: $what puts one out; the others stay', async ({ bar, what }) => {
    const { access, ana, ben, cleo, integrator } = await integratedThree();
    const path = `/rooms/${access.target.room}/participants/${ben.me}/remove`;
    expect((await integrator.post(path, { reason: 'Abuse', bar })).status).toBe(204);
    expect(await ben.over()).toMatchObject({
      reason: { code: 1010, type: 'REMOVE_PEER_API' },
      removal: { reason: 'Abuse', roomWasEnded: false, peerWhoRemoved: null, locked: bar },
      mine: false,
      mayRejoin: !bar,
    });
    expect(ben.told).toEqual(['removed-from-room', 'meeting-left 1010']);
    for (const other of [ana, cleo]) {
      await other.until('the removal', () => other.notices.length > 0);
      expect(other.told).toEqual(['Ben left 1010']);
    }
    recordExit(1010, what, { leaver: ben, others: [ana, cleo] });
    const again = await ben.join(access);
    expect(again.ok ? 'let in' : again.error.code).toBe(bar ? 'barred' : 'let in');
  });
});

describe('1006: by policy', () => {
  test('the time limit puts everybody out, who may open the meeting anew', async () => {
    const { access, ana, ben, cleo } = await integratedThree({ policies: { durationMs: 2_000 } });
    for (const person of [ana, ben, cleo]) {
      expect(await person.over()).toMatchObject({ reason: { code: 1006 }, policy: 'duration', mayRejoin: true });
      expect(person.told).toEqual(['removed-from-room', 'meeting-left 1006']);
    }
    recordExit(1006, 'the time limit was reached', { leaver: ben, others: [ana, cleo] });
    must(await ben.join(access));
  });

  test('a meeting that is without a host for too long is closed for those who are left', async () => {
    const { ana, ben, cleo } = await integratedThree({ policies: { noHostMs: 300 } });
    must(await ana.client.command({ type: 'leave' }));
    for (const person of [ben, cleo]) {
      expect(await person.over()).toMatchObject({ reason: { code: 1006 }, policy: 'no-host', mayRejoin: true });
      expect(person.told).toEqual(['Ana left 1101', 'removed-from-room', 'meeting-left 1006']);
    }
    recordExit(1006, 'no host for too long, after Ana left', { leaver: ben, others: [cleo] });
  });

  test('who leaves for being alone is told so; who came in at the last moment sees the same reason', async () => {
    const { ana, ben, cleo } = await integratedThree();
    must(await ben.client.command({ type: 'leave', policy: 'alone' }));
    expect(await ben.over()).toMatchObject({ reason: { code: 1006 }, policy: 'alone', removal: null, mine: false });
    for (const other of [ana, cleo]) {
      await other.until('the leave', () => other.notices.length > 0);
      expect(other.told).toEqual(['Ben left 1006']);
    }
    recordExit(1006, 'alone, and no answer to the question', { leaver: ben, others: [ana, cleo] });
  });
});

describe('1007: for no known reason', () => {
  test('is told as unknown, to the one who goes and to the others, and never as a leave', async () => {
    const storage = await openStorage({ kind: 'memory' });
    const { access, ana, ben, cleo } = await integratedThree({ storage });
    const { room } = access.target;
    // Whoever else may write to the log: this server only finds it there.
    const { rev } = await storage.log.read(room, 0);
    const left: RoomEvent = {
      type: 'participant-left',
      participant: ben.me,
      reason: reasonOf('UNKNOWN'),
      by: null,
      note: '',
      barred: null,
      at: Date.now(),
    };
    await storage.log.append({ room, expectedRev: rev, events: [left], answers: [], durable: true });
    expect(await ben.over()).toMatchObject({ reason: { code: 1007 }, removal: null, mine: false, mayRejoin: true });
    expect(ben.told).toEqual(['meeting-left 1007']);
    for (const other of [ana, cleo]) {
      await other.until('the exit', () => other.notices.length > 0);
      expect(other.told).toEqual(['Ben left 1007']);
    }
    recordExit(1007, 'gone without a reason', { leaver: ben, others: [ana, cleo] });
    must(await ben.join(access));
  });

  test('is what somebody is told of those who went while they were away for longer than the grace time', async () => {
    const { ana, ben, cleo } = await integratedThree({ limits: { graceMs: 300 } });
    ana.network.down();
    await ben.until('the loss of Ana', () => ben.told.length > 0);
    must(await ben.client.command({ type: 'leave' }));
    ana.network.up();
    await ana.becomes('joined');
    await ana.until('who is gone', () => ana.notices.length > 0);
    expect(ana.told).toEqual(['Ben left 1007']);
    expect(ben.told).toEqual(['Ana left 1001', 'meeting-left 1101']);
    expect(cleo.told).toEqual(['Ana left 1001', 'Ben left 1101']);
    recordExit(1007, 'left while another was away', { leaver: ben, others: [ana] });
  });
});
