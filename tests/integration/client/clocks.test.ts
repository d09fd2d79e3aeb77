// Reliability figure 9: clocks that are off, and that jump. The server's own is in tests/unit/server/clock.test.ts.
import { afterEach, describe, expect, test } from 'vitest';

import { must, Party, type Person } from './harness/party.ts';

const GRACE_MS = 2_000;
const MINUTES_10 = 600_000;
const DAY = 86_400_000;

let party: Party;

afterEach(() => party.end());

/** A machine whose clock is off by so much, and may be set while it runs. */
class Machine {
  offMs: number;

  constructor(offMs: number) {
    this.offMs = offMs;
  }

  now = (): number => Date.now() + this.offMs;
}

async function meet(offMs: number) {
  party = await Party.start({ limits: { graceMs: GRACE_MS } });
  const { access, people } = await party.meeting('Ana');
  const [ana] = people as [Person];
  const machine = new Machine(offMs);
  const ben = party.person('Ben', { environment: { now: machine.now } });
  must(await ben.join(access));
  await ana.until('Ben', () => ana.sees.length === 2);
  return { access, ana, ben, machine };
}

describe.each([
  { off: '10 min ahead', offMs: MINUTES_10 },
  { off: '10 min behind', offMs: -MINUTES_10 },
  { off: 'a day ahead', offMs: DAY },
  { off: 'a day behind', offMs: -DAY },
])('somebody whose clock is $off', ({ offMs }) => {
  test('is let in, knows the server’s time, and is resumed without a leave', async () => {
    const { ana, ben, machine } = await meet(offMs);
    const servers = machine.now() + ben.in('joined').clockOffset;
    expect(Math.abs(servers - Date.now())).toBeLessThan(MINUTES_10 / 10);
    const { me } = ben;
    ben.network.cut();
    await ben.becomes('reconnecting');
    await ben.becomes('joined');
    expect([ben.me, ana.told, ben.told]).toEqual([me, [], []]);
  });

  test('is not let back in early when they were barred', async () => {
    const { access, ana, ben } = await meet(offMs);
    must(await ana.client.command({ type: 'remove', participant: ben.me, reason: '', bar: true }));
    await ben.over();
    expect(await ben.join(access)).toMatchObject({ ok: false, error: { code: 'barred' } });
  });
});

test.each([DAY, -DAY])(
  'a clock that is set by %i ms in a meeting throws nobody out and starts nothing anew',
  async (jump) => {
    const { ana, ben, machine } = await meet(0);
    const { me } = ben;
    machine.offMs = jump;
    must(await ben.client.command({ type: 'rename', name: 'Ben later' }));
    await ana.until('the new name', () => ana.sees.includes('Ben later'));
    ben.network.cut();
    await ben.becomes('reconnecting');
    machine.offMs = 0;
    await ben.becomes('joined');
    expect([ben.me, ana.told, ben.told]).toEqual([me, [], []]);
  },
);
