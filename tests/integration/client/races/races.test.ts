// Exits that race (semantics rule 1): one exit, one reason and one notice for each, the same on both sides.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { CommandRequest } from '#protocol/wire/command.ts';
import { openDelayedStorage } from '#tests/fixtures/delayedStorage.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import type { Person } from '../harness/party.ts';
import { Chance, firstSeed } from './chance.ts';
import { PATIENCE, race } from './race.ts';
import { codeOf, expectOneReasonEach, type RoundPorts } from './round.ts';

/** Most milliseconds that the disk takes for an append. */
const APPEND_MS = 3;

let server: TestServer;
let ports: RoundPorts;

beforeAll(async () => {
  const chance = new Chance(firstSeed());
  const storage = await openDelayedStorage(
    () => new Promise((resolve) => setTimeout(resolve, chance.next() * APPEND_MS)),
  );
  server = await startServer({ storage, guards: { roomsPerHour: 1_000_000 } });
  ports = { address: server.address, log: storage.log };
});

afterAll(() => server.dispose());

const ended = (reason: string, lock: boolean) => ({ type: 'end-room', reason, lock }) as const;

describe('ends', () => {
  test('removed while the room ends', PATIENCE, () =>
    race(ports, ['removed', 'ended'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'], 3)) as [Person, Person, Person];
      const [bar, lock] = [round.chance.coin(), round.chance.coin()];
      await round.both(
        () => ana.client.command({ type: 'remove', participant: round.idOf(ben), reason: 'removed', bar }),
        () => cleo.client.command(ended('ended', lock)),
      );
      await round.rest();
      const code = codeOf(round, ben);
      const removal =
        code === 1002
          ? { roomWasEnded: false, reason: 'removed', peerWhoRemoved: { name: 'Ana' }, locked: bar }
          : { roomWasEnded: true, reason: 'ended', peerWhoRemoved: { name: 'Cleo' }, locked: lock };
      expect(ben.exits).toMatchObject([{ removal, mine: false, mayRejoin: !removal.locked }]);
      expect(ana.exits).toMatchObject([{ reason: { code: 1008 }, mine: false, mayRejoin: !lock }]);
      expect(cleo.exits).toMatchObject([{ reason: { code: 1008 }, mine: true, mayRejoin: !lock }]);
      expect(Object.keys(round.track.room.barred)).toHaveLength(code === 1002 && bar ? 1 : 0);
      return code === 1002 ? 'removed' : 'ended';
    }),
  );

  test('two hosts end at once', PATIENCE, () =>
    race(ports, ['Ana', 'Ben'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'], 2)) as [Person, Person, Person];
      const lock = { Ana: round.chance.coin(), Ben: round.chance.coin() };
      const answers = new Map<Person, boolean>();
      const end = (host: Person, lock: boolean) => async () => {
        answers.set(host, (await host.client.command(ended(`by ${host.name}`, lock))).ok);
      };
      await round.both(end(ana, lock.Ana), end(ben, lock.Ben));
      await round.rest();
      const [winner, loser] = answers.get(ana) === true ? [ana, ben] : [ben, ana];
      const name = winner.name as keyof typeof lock;
      expect([answers.get(winner), answers.get(loser)]).toEqual([true, false]);
      expect(winner.exits).toMatchObject([
        { reason: { code: 1008 }, removal: null, mine: true, mayRejoin: !lock[name] },
      ]);
      for (const other of [loser, cleo]) {
        const removal = { reason: `by ${name}`, roomWasEnded: true, peerWhoRemoved: { name }, locked: lock[name] };
        expect(other.exits).toMatchObject([{ reason: { code: 1008 }, removal, mine: false, mayRejoin: !lock[name] }]);
      }
      expect(round.track.events.filter(({ type }) => type === 'room-ended')).toHaveLength(1);
      expect(round.track.room.ending).toMatchObject({ by: { name }, locked: lock[name] });
      return name;
    }),
  );

  test('leaving while the room ends', PATIENCE, () =>
    race(ports, ['left', 'ended'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'])) as [Person, Person, Person];
      await round.both(
        () => ben.client.command({ type: 'leave' }),
        () => ana.client.command(ended('', true)),
      );
      await round.rest();
      const code = codeOf(round, ben);
      expect(ben.exits).toMatchObject([{ mine: code === 1101 }]);
      expect([codeOf(round, ana), codeOf(round, cleo)]).toEqual([1008, 1008]);
      return code === 1101 ? 'left' : 'ended';
    }),
  );

  test('a countdown that is over as it is called off', PATIENCE, () =>
    race(ports, ['ended', 'called off'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'], 2)) as [Person, Person, Person];
      const lock = round.chance.coin();
      await ana.client.command({ type: 'schedule-end', reason: 'soon', lock, inMs: 1_000 });
      await ben.until('the countdown', () => (ben.room.scheduledEnd ?? null) !== null);
      const leftMs = (ben.room.scheduledEnd?.endsAt ?? 0) - Date.now();
      await round.moment(40, leftMs - 30);
      const answer = await ben.client.command({ type: 'cancel-end' });
      await round.rest();
      const removal = { reason: 'soon', roomWasEnded: true, peerWhoRemoved: { name: 'Ana' }, locked: lock };
      const out = { reason: { code: 1008 }, mayRejoin: !lock };
      const over = [
        { ...out, removal: null, mine: true },
        { ...out, removal, mine: false },
        { ...out, removal, mine: false },
      ];
      // What was acknowledged holds: nobody was told anything, or all were.
      expect([ana, ben, cleo].map(({ exits }) => exits)).toMatchObject(
        answer.ok ? [[], [], []] : over.map((one) => [one]),
      );
      expect(round.track.room).toMatchObject(
        answer.ok ? { phase: 'open', lock: null, scheduledEnd: null } : { phase: 'ended', ending: { locked: lock } },
      );
      return answer.ok ? 'called off' : 'ended';
    }),
  );

  test('end while a join is in flight', PATIENCE, () =>
    race(ports, ['room-locked', 'room-ended?', '1008', 'joined'], async (round) => {
      const [ana, ben] = (await round.meet(['Ana', 'Ben'])) as [Person, Person];
      const dora = round.person('Dora');
      round.slow(dora);
      const lock = round.chance.coin();
      await round.both(
        () => dora.join(round.access),
        async () => {
          // Anywhere between her asking for a token and her being in.
          await dora.until('joining', () => dora.phases.includes('joining'));
          await round.moment(120);
          await ana.client.command(ended('', lock));
        },
      );
      await round.rest();
      expect([codeOf(round, ana), codeOf(round, ben)]).toEqual([1008, 1008]);
      const { session } = dora.client;
      const there = Object.values(round.track.room.participants).map(({ name }) => name);
      const [exit] = dora.exits;
      const refusal = session.phase === 'preview' ? session.refusal?.code : null;
      // `room-ended`: let in and out again in one breath, before she could be told that she was in.
      const outcome = refusal ?? exit?.reason.code ?? session.phase;
      expect(there).toEqual(outcome === 'joined' ? ['Dora'] : []);
      expect([lock, outcome]).not.toContainEqual(lock ? 'joined' : 'room-locked');
      expect([exit?.mayRejoin ?? !lock, exit?.mine ?? false]).toEqual([!lock, false]);
      return String(outcome);
    }),
  );
});

describe('removals', () => {
  test('leaving while being removed', PATIENCE, () =>
    race(ports, ['left', 'removed'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'])) as [Person, Person, Person];
      const bar = round.chance.coin();
      await round.both(
        () => ben.client.command({ type: 'leave' }),
        () => ana.client.command({ type: 'remove', participant: round.idOf(ben), reason: '', bar }),
      );
      await round.rest();
      const code = codeOf(round, ben);
      expect(ben.exits).toMatchObject([{ mine: code === 1101, mayRejoin: code === 1101 || !bar }]);
      for (const other of [ana, cleo]) expect(other.told).toEqual([`Ben left ${code}`]);
      expectOneReasonEach(round);
      round.forget(ben);
      const again = await ben.join(round.access);
      expect(again.ok ? 'in' : again.error.code).toBe(code === 1002 && bar ? 'barred' : 'in');
      await round.rest();
      return code === 1101 ? 'left' : 'removed';
    }),
  );

  test('remove during reconnect (must stay out)', PATIENCE, () =>
    race(ports, ['while away', 'once back'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'])) as [Person, Person, Person];
      const bar = round.chance.coin();
      ben.network.cut();
      await ben.becomes('reconnecting');
      await round.moment(200);
      await ana.client.command({ type: 'remove', participant: round.idOf(ben), reason: '', bar });
      await round.rest();
      expect(codeOf(round, ben)).toBe(1002);
      expect(ben.exits).toMatchObject([{ mine: false, mayRejoin: !bar }]);
      for (const other of [ana, cleo]) expect(other.told).toEqual(['Ben left 1002']);
      const { dialled } = ben.network;
      ben.client.nudge();
      expect(ben.network.dialled).toBe(dialled);
      return ben.phases.includes('joined') ? 'once back' : 'while away';
    }),
  );
});

describe('moderation', () => {
  test('muted while leaving', PATIENCE, () =>
    race(ports, ['ok', 'no-such-participant'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'])) as [Person, Person, Person];
      const speaking = { microphone: true, camera: false, screen: false };
      await ben.client.command({ type: 'set-media-state', media: speaking });
      const mute: CommandRequest = { type: 'mute', participant: round.idOf(ben), media: ['microphone'] };
      const [muted] = await round.both(
        () => ana.client.command(mute),
        () => ben.client.command({ type: 'leave' }),
      );
      await round.rest();
      expect([codeOf(round, ben), ben.exits[0]?.mine]).toEqual([1101, true]);
      for (const other of [ana, cleo]) expect(other.told).toEqual(['Ben left 1101']);
      const stopped = round.track.events.filter(({ type }) => type === 'media-stopped');
      expect(stopped).toHaveLength(muted.ok ? 1 : 0);
      return muted.ok ? 'ok' : muted.error.code;
    }),
  );
});

describe('another device', () => {
  test('take-over during reconnect', PATIENCE, () =>
    race(ports, ['while away', 'once back'], async (round) => {
      const [ana, ben, cleo] = (await round.meet(['Ana', 'Ben', 'Cleo'])) as [Person, Person, Person];
      const tablet = round.person('Ben', { identity: ben.identity });
      round.slow(tablet);
      ben.network.cut();
      await ben.becomes('reconnecting');
      await round.moment(100);
      await tablet.join(round.access);
      await round.rest();
      expect(tablet.me).toBe(round.idOf(ben));
      expect(ben.exits).toMatchObject([{ reason: { code: 1011 }, removal: null, mine: false, mayRejoin: false }]);
      for (const other of [ana, cleo]) {
        expect(other.told).toEqual([]);
        expect(other.sees).toEqual(['Ana', 'Ben', 'Cleo']);
      }
      return ben.phases.includes('joined') ? 'once back' : 'while away';
    }),
  );
});
