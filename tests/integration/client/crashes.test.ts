import { afterEach, expect, test } from 'vitest';

import type { Access } from '#client/contract.ts';

import { must, Party, type Person } from './harness/party.ts';

let party: Party;
let ana: Person;
let ben: Person;
let access: Access;

async function two(graceMs: number): Promise<void> {
  party = await Party.start({ limits: { graceMs } });
  const meeting = await party.meeting('Ana', 'Ben');
  [ana, ben] = meeting.people as [Person, Person];
  ({ access } = meeting);
}

/** Ben's app dies without a word, and starts again as the same person. */
async function crash(): Promise<Person> {
  const { me } = ben;
  ben.network.down();
  await ana.until('the loss', () => ana.room.participants[me]?.connection !== 'live');
  return party.person('Ben', { identity: ben.identity });
}

afterEach(() => party.end());

test('an app that is back before it was given up is the same tile, and nobody sees a leave', async () => {
  await two(60_000);
  const { me } = ben;
  const again = await crash();
  must(await again.join(access));
  expect(again.me).toBe(me);
  await ana.until('Ben', () => ana.room.participants[me]?.connection === 'live');
  expect(ana.sees).toEqual(['Ana', 'Ben']);
  expect(ana.told).toEqual([]);
});

test('an app that is back later was seen to leave once (1001), and has one tile', async () => {
  await two(500);
  const again = await crash();
  await ana.until('the leave', () => ana.told.length > 0);
  must(await again.join(access));
  await ana.until('Ben', () => ana.sees.length === 2);
  expect(ana.told).toEqual(['Ben left 1001']);
});
