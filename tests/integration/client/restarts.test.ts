import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { must, Party, type Person } from './harness/party.ts';

let party: Party;

beforeEach(async () => {
  party = await Party.start({ storage: 'sqlite' });
});

afterEach(() => party.end());

describe('a server that is killed and comes back', () => {
  test('has everybody back in the room, and nobody sees a leave', async () => {
    const { people } = await party.meeting('Ana', 'Ben', 'Cleo');
    const mine = people.map(({ me }) => me);
    await party.server.restart();
    for (const person of people) {
      await person.until('being back', () => person.phases.includes('reconnecting'));
      await person.becomes('joined');
    }
    for (const [at, person] of people.entries()) {
      expect(person.me).toBe(mine[at]);
      await person.until('all', () =>
        Object.values(person.room.participants).every(({ connection }) => connection === 'live'),
      );
      expect(person.sees).toEqual(['Ana', 'Ben', 'Cleo']);
      expect(person.told).toEqual([]);
      expect(person.exits).toEqual([]);
    }
    const [ana, ben] = people as [Person, Person];
    must(await ana.client.command({ type: 'rename', name: 'Ana Maria' }));
    await ben.until('the new name', () => ben.sees.includes('Ana Maria'));
  });

  test('stays away for a while: everybody keeps trying, and the first back are not alone', async () => {
    const { people } = await party.meeting('Ana', 'Ben');
    await party.server.stop();
    for (const person of people) await person.becomes('reconnecting');
    for (const person of people) {
      await person.until('a third try', () => {
        const { session } = person.client;
        return session.phase === 'reconnecting' && session.attempt >= 3;
      });
    }
    await party.server.restart();
    for (const person of people) await person.becomes('joined');
    expect(people.map(({ told }) => told)).toEqual([[], []]);
  });

  test('still refuses the locked, the ended and locked, and the barred (invariant 2)', async () => {
    const { access, people } = await party.meeting('Ana', 'Ben');
    const [ana, ben] = people as [Person, Person];
    must(await ana.client.command({ type: 'remove', participant: ben.me, reason: '', bar: true }));
    await ben.over();
    must(await ana.client.command({ type: 'end-room', reason: '', lock: true }));
    await ana.over();
    await party.server.restart();
    const cleo = party.person('Cleo');
    expect(await cleo.join(access)).toMatchObject({ ok: false, error: { code: 'room-locked' } });
    must(await ana.join(access).then(() => ana.client.unlock()));
    must(await cleo.join(access));
    expect(await ben.join(access)).toMatchObject({ ok: false, error: { code: 'barred' } });
  });

  test('does not lose a command that was on its way, and does not do it twice', async () => {
    const { people } = await party.meeting('Ana', 'Ben');
    const [ana, ben] = people as [Person, Person];
    const { rev } = ana.room;
    // The lock is committed; its answer and its event are lost with the connection.
    ana.network.dropIncoming = (text) => text.includes('"ok"') || text.includes('room-locked');
    const answer = ana.client.command({ type: 'lock' });
    await ben.until('the lock', () => ben.room.lock !== null);
    ana.network.dropIncoming = () => false;
    await party.server.restart();
    expect(await answer).toEqual({ ok: true, value: rev + 1 });
    await ana.until('the lock', () => ana.room.lock !== null);
    // A second lock would have been refused: it is the stored answer of the first.
    expect(ana.network.wire.filter((text) => text.startsWith('{"type":"lock"')).length).toBe(2);
  });
});

describe('a server that drains', () => {
  test('is left with everybody back after it, and nobody sees a leave', async () => {
    const { people } = await party.meeting('Ana', 'Ben');
    await party.server.server.drain({ retryAfterMs: 200 });
    for (const person of people) await person.becomes('reconnecting');
    await party.server.restart();
    for (const person of people) await person.becomes('joined');
    expect(people.map(({ told }) => told)).toEqual([[], []]);
  });
});

test('a server that does not come back is given up by the person alone: 1102, with a way back', async () => {
  const { access, people } = await party.meeting('Ana');
  const [ana] = people as [Person];
  await party.server.stop();
  await ana.until('a fourth try', () => {
    const { session } = ana.client;
    return session.phase === 'reconnecting' && session.attempt >= 4;
  });
  ana.client.cancel();
  expect(await ana.over()).toMatchObject({ reason: { code: 1102 }, mine: false, mayRejoin: true });
  expect(await ana.join(access)).toMatchObject({ ok: false, error: { code: 'connection-failed' } });
  await party.server.restart();
  must(await ana.join(access));
});

test('a server that has forgotten everything is an answer, not a hang: 1103', async () => {
  await party.end();
  party = await Party.start();
  const { people } = await party.meeting('Ana');
  const [ana] = people as [Person];
  await party.server.restart();
  expect(await ana.over()).toMatchObject({
    reason: { code: 1103 },
    error: { code: 'room-not-found' },
    mayRejoin: false,
  });
});
