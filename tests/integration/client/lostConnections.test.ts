import { afterEach, describe, expect, test } from 'vitest';

import { roomSeen, sightOf } from '#meeting/room/sight.ts';
import type { TestServerOptions } from '#tests/fixtures/server.ts';

import { must, Party, type Person } from './harness/party.ts';
import { recordExit } from './harness/recordExit.ts';

/** Whoever is lost is out soon. */
const SOON_OUT: TestServerOptions = { limits: { graceMs: 1_500 } };

let party: Party;
let ana: Person;
let ben: Person;

afterEach(() => party.end());

async function two(options?: TestServerOptions) {
  party = await Party.start(options);
  const { access, people } = await party.meeting('Ana', 'Ben');
  [ana, ben] = people as [Person, Person];
  return access;
}

const connectionOf = (seer: Person, id: Person['me']) => seer.room.participants[id]?.connection;

describe('a lost connection', () => {
  test('is marked for the others and resumed without a leave', async () => {
    await two();
    const { me } = ben;
    ben.network.cut();
    await ben.becomes('reconnecting');
    await ana.until('the mark', () => connectionOf(ana, me) === 'lost');
    await ben.becomes('joined');
    expect(ben.me).toBe(me);
    await ana.until('the mark gone', () => connectionOf(ana, me) === 'live');
    expect([ana.told, ben.told]).toEqual([[], []]);
    expect(ben.phases).not.toContain('over');
  });

  test('brings what was missed, and nothing twice', async () => {
    await two();
    ben.network.down();
    await ben.becomes('reconnecting');
    must(await ana.client.command({ type: 'rename', name: 'Ana Maria' }));
    const cleo = party.person('Cleo');
    must(await cleo.join({ target: ben.in('reconnecting').target, secret: accessOf(ana) }));
    must(await cleo.client.command({ type: 'leave' }));
    ben.network.up();
    await ben.becomes('joined');
    await ben.until('the rename', () => ben.sees.includes('Ana Maria'));
    await ben.until('the leave', () => ben.told.length > 0);
    expect(ben.told).toEqual(['Cleo left 1101']);
    expect(ben.room).toEqual(roomSeen(ana.room, sightOf(ana.room, ben.me)));
  });

  test('can be lost again and again: the token is a new one each time', async () => {
    await two();
    for (let round = 0; round < 5; round += 1) {
      ben.network.cut();
      await ben.becomes('reconnecting');
      await ben.becomes('joined');
    }
    const tokens = ben.network.wire.filter((text) => text.includes('"ack-resume"'));
    expect(new Set(tokens).size).toBe(6);
    expect(ana.told).toEqual([]);
  });

  test('that only goes silent is noticed by both sides, and resumed', async () => {
    await two({ limits: { pingMs: 300, suspectMs: 600, deadMs: 1_200 } });
    ben.network.blackhole();
    await ben.becomes('reconnecting');
    await ben.becomes('joined');
    expect(ana.told).toEqual([]);
  });
});

/** The secret of the meeting that somebody is in, as they would pass it on. */
function accessOf(person: Person): string {
  const secret = person.client.inviteLink()?.split('#')[1];
  if (secret === undefined) throw new Error('no invite');
  return secret;
}

describe('1001: a connection lost for longer than the grace time', () => {
  test('the others see one leave; I come back by a fresh join without a second tile, and see no exit', async () => {
    await two(SOON_OUT);
    ben.network.down();
    await ben.becomes('reconnecting');
    await ana.until('the leave', () => ana.notices.length > 0);
    expect(ana.notices).toMatchObject([
      { type: 'participant-left', name: 'Ben', reason: { code: 1001, type: 'WEBSOCKET_DISCONNECTED' } },
    ]);
    expect(ana.sees).toEqual(['Ana']);
    ben.network.up();
    await ben.becomes('joined');
    await ana.until('Ben', () => ana.sees.length === 2);
    expect(ana.sees).toEqual(['Ana', 'Ben']);
    expect(ana.told).toEqual(['Ben left 1001']);
    expect(ben.told).toEqual([]);
    expect(ben.exits).toEqual([]);
    recordExit(1001, 'lost the connection for too long, and came back', { leaver: ben, others: [ana] });
  });

  test('in a room that was locked meanwhile: 1103 with room-locked, and no further try', async () => {
    await two(SOON_OUT);
    ben.network.down();
    await ana.until('the leave', () => ana.notices.length > 0);
    must(await ana.client.command({ type: 'lock' }));
    ben.network.up();
    expect(await ben.over()).toMatchObject({
      reason: { code: 1103, type: 'JOIN_ROOM_FAILED' },
      error: { code: 'room-locked' },
      mine: false,
      mayRejoin: false,
    });
    expect(ben.told).toEqual(['meeting-left 1103']);
    recordExit(1103, 'lost the connection for too long, and the room was locked', { leaver: ben, others: [ana] });
    const { dialled } = ben.network;
    ben.client.nudge();
    expect(ben.network.dialled).toBe(dialled);
  });

  test('in a meeting that was ended meanwhile: one is told so, and does not open another', async () => {
    await two(SOON_OUT);
    ben.network.down();
    await ana.until('the leave', () => ana.notices.length > 0);
    must(await ana.client.command({ type: 'end-room', reason: 'late', lock: false }));
    ben.network.up();
    expect(await ben.over()).toMatchObject({ reason: { code: 1008 }, removal: { reason: 'late', roomWasEnded: true } });
    expect(ben.phases.at(-1)).toBe('over');
  });
});

describe('whoever is put out while reconnecting (semantics rule 3)', () => {
  test.each([false, true])('by a removal stays out: barred %s', async (bar) => {
    await two();
    const participant = ben.me;
    ben.network.down();
    await ben.becomes('reconnecting');
    must(await ana.client.command({ type: 'remove', participant, reason: 'gone', bar }));
    ben.network.up();
    expect(await ben.over()).toMatchObject({
      reason: { code: 1002 },
      removal: { reason: 'gone', locked: bar, peerWhoRemoved: { name: 'Ana' } },
      mayRejoin: !bar,
    });
    expect(ben.told).toEqual(['removed-from-room', 'meeting-left 1002']);
    expect(ana.told).toEqual(['Ben left 1002']);
    const { dialled } = ben.network;
    ben.client.nudge();
    expect(ben.network.dialled).toBe(dialled);
  });

  test('by an end, locked, reads it once', async () => {
    await two();
    ben.network.down();
    await ben.becomes('reconnecting');
    must(await ana.client.command({ type: 'end-room', reason: 'over', lock: true }));
    ben.network.up();
    expect(await ben.over()).toMatchObject({ reason: { code: 1008 }, removal: { locked: true }, mayRejoin: false });
    expect(ben.told).toEqual(['removed-from-room', 'meeting-left 1008']);
  });

  test('by my other device is told that', async () => {
    const access = await two();
    ben.network.down();
    await ben.becomes('reconnecting');
    const tablet = party.person('Ben', { identity: ben.identity });
    must(await tablet.join(access));
    ben.network.up();
    expect(await ben.over()).toMatchObject({ reason: { code: 1011 } });
    expect(ana.told).toEqual([]);
  });
});

describe('1102: giving up', () => {
  test('is an exit that is not mine; the others see me go', async () => {
    await two(SOON_OUT);
    ben.network.down();
    await ben.becomes('reconnecting');
    ben.client.cancel();
    expect(await ben.over()).toMatchObject({ reason: { code: 1102 }, mine: false, mayRejoin: true });
    expect(ben.told).toEqual(['meeting-left 1102']);
    await ana.until('the leave', () => ana.notices.length > 0);
    expect(ana.told).toEqual(['Ben left 1001']);
    recordExit(1102, 'gave up reconnecting, out of reach', { leaver: ben, others: [ana] });
  });

  test('is told to the server where it can be, so that nobody looks at an empty tile', async () => {
    await two();
    ben.network.down();
    await ben.becomes('reconnecting');
    ben.client.cancel();
    ben.network.up();
    await ana.until('the leave', () => ana.notices.length > 0);
    expect(ana.told).toEqual(['Ben left 1101']);
    expect(ben.told).toEqual(['meeting-left 1102']);
    recordExit(1102, 'gave up reconnecting, and the server heard of it', { leaver: ben, others: [ana] });
  });
});

describe('commands over a connection that breaks all the time', () => {
  test('happen once each: every answer that was ok is one event, and no event is without', async () => {
    await two();
    const { me } = ben;
    let answers = 0;
    // Every third answer is lost with its connection, after the command has had its effect.
    ben.network.dropIncoming = (text) => {
      if (!text.startsWith('{"type":"ok"')) return false;
      answers += 1;
      if (answers % 3 !== 0) return false;
      ben.network.cut();
      return true;
    };
    const names = Array.from({ length: 25 }, (_, at) => `Ben ${at}`);
    for (const name of names) {
      await ben.becomes('joined');
      must(await ben.client.command({ type: 'rename', name }));
    }
    await ana.until('the last name', () => ana.room.participants[me]?.name === names.at(-1));
    const renames = ana.network.wire
      .map((text) => JSON.parse(text) as { type: string; events?: { type: string; name?: string }[] })
      .flatMap(({ events = [] }) => events)
      .filter(({ type }) => type === 'participant-renamed');
    expect(renames.map(({ name }) => name)).toEqual(names);
    expect(answers).toBeGreaterThan(30);
    expect([ana.told, ben.told]).toEqual([[], []]);
  });
});
