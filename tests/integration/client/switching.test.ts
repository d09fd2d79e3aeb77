import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Access } from '#client/contract.ts';
import { everyoneWaiting } from '#meeting/room/lobby.ts';
import { nodeEnvironment } from '#tests/fixtures/nodeEnvironment.ts';

import { must, Party, type Person } from './harness/party.ts';
import { recordExit } from './harness/recordExit.ts';

let party: Party;

beforeEach(async () => {
  party = await Party.start();
});

afterEach(() => party.end());

/** Ana and Ben in one meeting, Cleo in another one. */
async function two() {
  const first = await party.meeting('Ana', 'Ben');
  const second = await party.meeting('Cleo');
  const [ana, ben] = first.people as [Person, Person];
  const [cleo] = second.people as [Person];
  return { here: first.access, there: second.access, ana, ben, cleo };
}

describe('1005: switching', () => {
  test('straight into the other meeting: those left see where one went, those there see one come', async () => {
    const { there, ana, ben, cleo } = await two();
    must(await ben.client.switchTo(there, { joinAs: 'Ben' }));
    expect(ben.in('joined').target).toEqual(there.target);
    expect(ben.sees).toEqual(['Cleo', 'Ben']);
    expect(ben.told).toEqual(['meeting-left 1005']);
    await ana.until('the switch', () => ana.notices.length > 0);
    expect(ana.notices).toMatchObject([{ type: 'participant-left', name: 'Ben', reason: { code: 1005 } }]);
    expect(ana.sees).toEqual(['Ana']);
    await cleo.until('Ben', () => cleo.sees.includes('Ben'));
  });

  test('by way of the preview nothing is joined until I say so', async () => {
    const { there, ana, ben, cleo } = await two();
    must(await ben.client.switchTo(there));
    expect(ben.in('preview').target).toEqual(there.target);
    expect(cleo.sees).toEqual(['Cleo']);
    await ana.until('the switch', () => ana.notices.length > 0);
    must(await ben.join(there));
    expect(ben.sees).toEqual(['Cleo', 'Ben']);
  });

  test('a host hands over on the way, and is host again on coming back', async () => {
    const { here, there, ana, ben } = await two();
    must(await ana.client.switchTo(there, { joinAs: 'Ana', handOverTo: ben.me }));
    await ben.until('being host', () => ben.room.participants[ben.me]?.role === 'host');
    expect(ben.told).toEqual(['role-changed', 'Ana left 1005']);
    must(await ana.client.switchTo(here, { joinAs: 'Ana' }));
    expect(ana.room.participants[ana.me]?.role).toBe('host');
    expect(ana.told).toEqual(['meeting-left 1005', 'meeting-left 1005']);
  });
});

describe('1104: a switch that comes to nothing', () => {
  test.each([
    ['locked', 'room-locked', (cleo: Person) => cleo.client.command({ type: 'lock' })],
    [
      'ended and locked',
      'room-locked',
      (cleo: Person) => cleo.client.command({ type: 'end-room', reason: '', lock: true }),
    ],
  ])('the other meeting is %s: nothing changes, and nobody else sees anything', async (what, code, close) => {
    const { there, ana, ben, cleo } = await two();
    must(await close(cleo));
    const before = ben.client.session;
    expect(await ben.client.switchTo(there, { joinAs: 'Ben' })).toMatchObject({ ok: false, error: { code } });
    expect(ben.client.session).toBe(before);
    expect(ben.notices).toMatchObject([{ type: 'switch-failed', error: { code }, stillIn: true }]);
    must(await ben.client.command({ type: 'rename', name: 'Benedict' }));
    await ana.until('the name', () => ana.sees.includes('Benedict'));
    expect(ana.told).toEqual([]);
    recordExit(1104, `wanted to switch to a meeting that is ${what}`, { leaver: ben, others: [ana] });
  });

  test('I am barred there: nothing changes here', async () => {
    const { here, there, ben, cleo } = await two();
    must(await ben.client.switchTo(there, { joinAs: 'Ben' }));
    await cleo.until('Ben', () => cleo.sees.includes('Ben'));
    must(await cleo.client.command({ type: 'remove', participant: ben.me, reason: '', bar: true }));
    await ben.over();
    must(await ben.join(here));
    expect(await ben.client.switchTo(there, { joinAs: 'Ben' })).toMatchObject({ ok: false, error: { code: 'barred' } });
    expect(ben.in('joined').target).toEqual(here.target);
  });

  test('there is no such meeting, or nobody answers', async () => {
    const { here, ben } = await two();
    const gone: Access = { ...here, target: { ...here.target, room: 'zzz-zzzz-zzz' as typeof here.target.room } };
    expect(await ben.client.switchTo(gone)).toMatchObject({ ok: false, error: { code: 'room-not-found' } });
    const silent: Access = { ...here, target: { ...here.target, server: '127.0.0.1:1' } };
    expect(await ben.client.switchTo(silent)).toMatchObject({ ok: false, error: { code: 'connection-failed' } });
    expect(ben.told).toEqual(['switch-failed', 'switch-failed']);
    expect(ben.in('joined').target).toEqual(here.target);
  });

  test('locked between the answer and the join: out of both, told so, and one step back', async () => {
    const first = await party.meeting('Ana');
    const second = await party.meeting('Cleo');
    const [ana] = first.people as [Person];
    const [cleo] = second.people as [Person];
    const real = nodeEnvironment();
    // The other meeting is locked as soon as it has said that it would let me in.
    const dan = party.person('Dan', {
      environment: {
        post: async (url, body, bearer) => {
          const answer = await real.post(url, body, bearer);
          if (url.includes(second.access.target.room)) await cleo.client.command({ type: 'lock' });
          return answer;
        },
      },
    });
    must(await dan.join(first.access));
    expect(await dan.client.switchTo(second.access, { joinAs: 'Dan' })).toMatchObject({
      ok: false,
      error: { code: 'room-locked' },
    });
    expect(await dan.over()).toMatchObject({
      reason: { code: 1104 },
      error: { code: 'room-locked' },
      sought: second.access.target,
      mayRejoin: true,
    });
    expect(dan.told).toEqual(['meeting-left 1005', 'switch-failed']);
    await ana.until('the switch', () => ana.told.length > 0);
    expect(ana.told).toEqual(['Dan left 1005']);
    recordExit(1104, 'switched to a meeting that was locked in the same moment', { leaver: dan, others: [ana] });
    must(await dan.client.join({ name: 'Dan', media: { microphone: false, camera: false, screen: false } }));
    expect(dan.in('joined').target).toEqual(first.access.target);
    expect(dan.sees).toEqual(['Ana', 'Dan']);
  });

  test('turned away from the lobby of the other one: out of both, and one step back', async () => {
    await party.end();
    party = await Party.start({ lobby: true });
    const [first, second] = [await party.meeting('Dan'), await party.meeting('Cleo')];
    const [dan, cleo] = [first.people[0] as Person, second.people[0] as Person];
    const switched = dan.client.switchTo(second.access, { joinAs: 'Dan' });
    await cleo.until('the knock', () => everyoneWaiting(cleo.room).length > 0);
    expect(dan.in('joining')).toMatchObject({ target: second.access.target, switchedFrom: { mayRejoin: true } });
    const [knock] = everyoneWaiting(cleo.room);
    if (knock === undefined) throw new Error('nobody waits');
    const { principal } = knock;
    must(await cleo.client.command({ type: 'refuse-entry', principal, reason: 'Not today', bar: false }));
    expect(await switched).toMatchObject({ ok: false, error: { code: 'not-admitted' } });
    expect(await dan.over()).toMatchObject({ reason: { code: 1104 }, error: { code: 'not-admitted' } });
    expect(dan.told).toEqual(['meeting-left 1005', 'switch-failed']);
    must(await dan.client.join({ name: 'Dan', media: { microphone: false, camera: false, screen: false } }));
    expect(dan.in('joined').target).toEqual(first.access.target);
  });
});
