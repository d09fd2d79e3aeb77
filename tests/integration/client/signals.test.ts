import { afterEach, beforeEach, expect, test } from 'vitest';

import type { LinkId, ParticipantId } from '#protocol/ids.ts';

import { must, Party, type Person } from './harness/party.ts';

const SDP = 'v=0 o=- 46117327 2 IN IP4 192.168.1.20 a=fingerprint:sha-256 AB:CD canary';

let party: Party;

beforeEach(async () => {
  party = await Party.start();
});

afterEach(() => party.end());

const linkOf = (one: ParticipantId, other: ParticipantId): LinkId =>
  (one < other ? `${one}~${other}` : `${other}~${one}`) as LinkId;

const signal = (from: Person, to: Person, generation: number, data: string): void => {
  from.client.signal({ to: to.me, link: linkOf(from.me, to.me), generation, data });
};

test('two people signal both ways, in order, and a third hears nothing (invariant 4)', async () => {
  const { people } = await party.meeting('Ana', 'Ben', 'Cleo');
  const [ana, ben, cleo] = people as [Person, Person, Person];
  signal(ana, ben, 0, 'offer');
  for (let at = 0; at < 20; at += 1) signal(ana, ben, 0, `candidate ${at}`);
  await ben.until('all signals', () => ben.signals.length === 21);
  expect(ben.signals[0]).toEqual({ from: ana.me, link: linkOf(ana.me, ben.me), generation: 0, data: 'offer' });
  expect(ben.signals.slice(1).map(({ data }) => data)).toEqual(
    Array.from({ length: 20 }, (_, at) => `candidate ${at}`),
  );
  signal(ben, ana, 0, 'answer');
  await ana.until('the answer', () => ana.signals.length === 1);
  expect(cleo.signals).toEqual([]);
});

test('the server sees no word of them, nor does its log (invariant 10, figure 20)', async () => {
  const { people } = await party.meeting('Ana', 'Ben');
  const [ana, ben] = people as [Person, Person];
  signal(ana, ben, 0, SDP);
  await ben.until('the signal', () => ben.signals.length === 1);
  expect(ben.signals[0]?.data).toBe(SDP);
  const wire = [...ana.network.wire, ...ben.network.wire].filter((text) => text.includes('"signal"'));
  expect(wire).toHaveLength(2);
  for (const text of [...wire, JSON.stringify(party.server.logged)]) {
    expect(text).not.toContain('canary');
    expect(text).not.toContain('192.168');
  }
  const secret = ana.client.inviteLink()?.split('#')[1] ?? 'none';
  expect([...ana.network.wire, ...ben.network.wire, JSON.stringify(party.server.logged)].join('')).not.toContain(
    secret,
  );
});

test('whoever is in without the secret can neither hear nor be heard', async () => {
  const { access, people } = await party.meeting('Ana');
  const [ana] = people as [Person];
  // A host has standing and needs no invite: another device of Ben, made host, without the link.
  const ben = party.person('Ben');
  must(await ben.join(access));
  const bens = ben.me;
  must(await ana.client.command({ type: 'leave', handOverTo: bens }));
  await ana.over();
  must(await ana.join(access));
  const keyless = party.person('Ben', { identity: ben.identity });
  must(await keyless.join({ target: access.target, secret: null }));
  signal(ana, keyless, 0, SDP);
  signal(keyless, ana, 0, SDP);
  // Something that is heard behind both shows that they have had their time.
  must(await keyless.client.command({ type: 'rename', name: 'Keyless' }));
  await ana.until('the new name', () => ana.sees.includes('Keyless'));
  must(await ana.client.command({ type: 'rename', name: 'Ana there' }));
  await keyless.until('the new name', () => keyless.sees.includes('Ana there'));
  expect([ana.signals, keyless.signals]).toEqual([[], []]);
});

test('a wrong secret does not even get in', async () => {
  const { access } = await party.meeting('Ana');
  const eve = party.person('Eve');
  const joined = await eve.join({ ...access, secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
  expect(joined).toMatchObject({ ok: false, error: { code: 'bad-invite' } });
});
