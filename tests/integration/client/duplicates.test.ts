import { afterEach, describe, expect, test } from 'vitest';

import { must, Party, type Person } from './harness/party.ts';

let party: Party;

afterEach(() => party.end());

/** Ana with a second device of hers, at the door. */
async function twice(duplicates: 'take-over' | 'refuse') {
  party = await Party.start({ duplicates });
  const { access, people } = await party.meeting('Ana', 'Ben');
  const [ana, ben] = people as [Person, Person];
  const phone = party.person('Phone', { identity: ana.identity });
  phone.client.open(access);
  return { access, ana, ben, phone };
}

describe('a second device of somebody who is in the meeting', () => {
  test('takes over, where that is how the server is set: same tile, same role, and nobody sees anyone go', async () => {
    const { access, ana, ben, phone } = await twice('take-over');
    const { me } = ana;
    must(await phone.join(access));
    expect(phone.me).toBe(me);
    expect(phone.room.participants[me]?.role).toBe('host');
    expect(await ana.over()).toMatchObject({ reason: { code: 1011 }, mayRejoin: false });
    await ben.until('the name of the phone', () => ben.sees.includes('Phone'));
    expect(ben.told).toEqual([]);
  });

  test('is refused where it is set so, reads it in the preview already, and the first one notices nothing', async () => {
    const { access, ana, ben, phone } = await twice('refuse');
    await phone.until('the word of the room', () => phone.in('preview').refusal !== null);
    expect(phone.in('preview')).toMatchObject({ role: 'host', refusal: { code: 'already-joined' } });
    expect(await phone.join(access)).toMatchObject({ ok: false, error: { code: 'already-joined' } });
    expect(phone.in('preview').refusal?.code).toBe('already-joined');
    must(await ana.client.command({ type: 'rename', name: 'Ana-here' }));
    await ben.until('the name', () => ben.sees.includes('Ana-here'));
    expect([ana.told, ben.told]).toEqual([[], []]);
  });

  test('comes in where the first one has lost its connection, with tile and role', async () => {
    const { access, ana, ben, phone } = await twice('refuse');
    const { me } = ana;
    ana.network.down();
    await ben.until('the loss', () => ben.room.participants[me]?.connection === 'lost');
    must(await phone.join(access));
    expect(phone.me).toBe(me);
    expect(phone.room.participants[me]?.role).toBe('host');
    ana.network.up();
    expect(await ana.over()).toMatchObject({ reason: { code: 1011 } });
    expect(ben.told).toEqual([]);
  });
});
