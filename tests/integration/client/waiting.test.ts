import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Access } from '#client/contract.ts';
import { everyoneWaiting } from '#meeting/room/lobby.ts';
import type { PrincipalId } from '#protocol/ids.ts';

import { must, Party, type Person } from './harness/party.ts';

let party: Party;
let access: Access;
let ana: Person;

beforeEach(async () => {
  party = await Party.start({ storage: 'sqlite', limits: { graceMs: 2_000 }, lobby: true });
  const meeting = await party.meeting('Ana');
  access = meeting.access;
  ana = meeting.people[0] as Person;
});

afterEach(() => party.end());

const waitingAt = (person: Person) => everyoneWaiting(person.room);

/** Joins as far as waiting, and as far as Ana sees it. */
async function knocks(person: Person): Promise<{ readonly principal: PrincipalId; readonly joined: Promise<unknown> }> {
  const joined = person.join(access);
  await person.until('waiting', () => isWaiting(person));
  await ana.until('the knock', () => waitingAt(ana).some(({ name }) => name === person.name));
  const principal = waitingAt(ana).find(({ name }) => name === person.name)?.principal as PrincipalId;
  return { principal, joined };
}

const isWaiting = ({ client: { session } }: Person): boolean =>
  session.phase === 'joining' && session.waiting?.lost === false;

describe('a knock', () => {
  test('leads in, seen by the host and nobody else', async () => {
    const [ben, cleo] = [party.person('Ben'), party.person('Cleo')];
    const first = await knocks(ben);
    must(await ana.client.command({ type: 'admit', principal: first.principal }));
    await ben.becomes('joined');
    const second = await knocks(cleo);
    expect(ben.room.waiting).toBeUndefined();
    must(await ana.client.command({ type: 'admit', principal: 'all' }));
    await cleo.becomes('joined');
    expect(await Promise.all([first.joined, second.joined])).toMatchObject([{ ok: true }, { ok: true }]);
    await ben.until('the new one', () => ben.sees.includes('Cleo'));
    expect(ben.room.rev).toBe(ana.room.rev);
  });

  test('outlasts a restart of the server and a lost connection, in its place', async () => {
    const ben = party.person('Ben');
    await knocks(ben);
    const { waiting: before } = ben.in('joining');
    await party.server.restart();
    await ben.until('waiting again', () => isWaiting(ben) && ben.in('joining').waiting !== before);
    expect(ben.in('joining').waiting?.since).toBe(before?.since);
    await ana.becomes('joined');
    expect(waitingAt(ana).map(({ name }) => name)).toEqual(['Ben']);
    must(await ana.client.command({ type: 'admit', principal: 'all' }));
    await ben.becomes('joined');
  });

  test('that is cancelled leaves nothing behind', async () => {
    const ben = party.person('Ben');
    await knocks(ben);
    ben.client.cancel();
    await ana.until('nobody waiting', () => waitingAt(ana).length === 0);
    expect(ben.client.session.phase).toBe('idle');
  });

  test('that is refused ends in preview, with by whom and why', async () => {
    const ben = party.person('Ben');
    const { principal, joined } = await knocks(ben);
    must(await ana.client.command({ type: 'refuse-entry', principal, reason: 'Not today', bar: true }));
    expect(await joined).toMatchObject({ ok: false, error: { code: 'not-admitted' } });
    expect(ben.in('preview')).toMatchObject({
      turnedAway: { by: { name: 'Ana' }, note: 'Not today' },
      mayAppeal: true,
    });
    const appeal = ben.client.join({
      name: 'Ben',
      media: { microphone: false, camera: false, screen: false },
      appeal: 'Sorry',
    });
    await ana.until('the appeal', () => waitingAt(ana).some((knock) => knock.appeal === 'Sorry'));
    must(await ana.client.command({ type: 'admit', principal }));
    expect(await appeal).toMatchObject({ ok: true });
  });
});

test('whoever is sent back to the lobby reads by whom, may rejoin, and waits', async () => {
  const ben = party.person('Ben');
  const { principal } = await knocks(ben);
  must(await ana.client.command({ type: 'admit', principal }));
  await ben.becomes('joined');
  must(await ana.client.command({ type: 'send-to-lobby', participant: ben.me, reason: 'A moment' }));
  const exit = await ben.over();
  expect(exit).toMatchObject({ reason: { code: 1002 }, mayRejoin: true });
  expect(exit.removal).toMatchObject({ toLobby: true, reason: 'A moment', peerWhoRemoved: { name: 'Ana' } });
  await ana.until('Ben gone', () => ana.told.includes('Ben left 1002'));
  await ben.until('release', () => ben.in('over').exit.released);
  await knocks(ben);
});
