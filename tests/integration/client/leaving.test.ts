import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { must, Party, type Person } from './harness/party.ts';

const NOTHING_ON = { microphone: false, camera: false, screen: false };

let party: Party;

beforeEach(async () => {
  party = await Party.start({ limits: { graceMs: 8_000 } });
});

afterEach(() => party.end());

async function two() {
  const { access, people } = await party.meeting('Ana', 'Ben');
  const [ana, ben] = people as [Person, Person];
  return { access, ana, ben };
}

describe('leaving while offline (semantics rule 7)', () => {
  test('works at once here, and reaches the server as soon as it can', async () => {
    const { ana, ben } = await two();
    ben.network.down();
    await ben.becomes('reconnecting');
    must(await ben.client.command({ type: 'leave' }));
    expect(ben.in('over').exit).toMatchObject({ reason: { code: 1101 }, mine: true });
    expect(ben.told).toEqual(['meeting-left 1101']);
    expect(ana.told).toEqual([]);
    ben.network.up();
    await ana.until('the leave', () => ana.told.length > 0);
    // Said, not found out: 1101, long before the grace time could have passed.
    expect(ana.told).toEqual(['Ben left 1101']);
    expect(ben.told).toEqual(['meeting-left 1101']);
  });

  test('does not put out who has come back meanwhile', async () => {
    const { access, ana, ben } = await two();
    ben.network.down();
    await ben.becomes('reconnecting');
    must(await ben.client.command({ type: 'leave' }));
    ben.network.up();
    must(await ben.join(access));
    must(await ben.client.command({ type: 'rename', name: 'Ben again' }));
    await ana.until('the new name', () => ana.sees.includes('Ben again'));
    expect(ana.sees).toHaveLength(2);
    expect(ben.client.session.phase).toBe('joined');
  });

  test('ending is refused instead, and not pretended', async () => {
    const { ana, ben } = await two();
    ana.network.down();
    await ana.becomes('reconnecting');
    expect(await ana.client.command({ type: 'end-room', reason: '', lock: true })).toEqual({
      ok: false,
      error: { code: 'offline' },
    });
    ana.network.up();
    await ana.becomes('joined');
    must(await ana.client.command({ type: 'rename', name: 'Ana still here' }));
    await ben.until('the new name', () => ben.sees.includes('Ana still here'));
    expect(ben.told).toEqual([]);
  });
});

describe('leaving while the server says nothing', () => {
  test('takes effect here within two seconds', async () => {
    const { ana, ben } = await two();
    ben.network.blackhole();
    const before = Date.now();
    must(await ben.client.command({ type: 'leave' }));
    expect(Date.now() - before).toBeGreaterThanOrEqual(1_900);
    expect(ben.in('over').exit).toMatchObject({ reason: { code: 1101 }, mine: true });
    expect(ana.sees).toContain('Ben');
  });
});

describe('leaving while still connecting (figure 18)', () => {
  test('before the socket opens: nobody has seen anybody', async () => {
    const { access, people } = await party.meeting('Ana');
    const [ana] = people as [Person];
    const ben = party.person('Ben');
    ben.network.hold();
    ben.client.open(access);
    const joined = ben.client.join({ name: 'Ben', media: NOTHING_ON });
    await until(() => ben.network.dialled === 1);
    ben.client.cancel();
    expect(ben.client.session).toEqual({ phase: 'idle' });
    expect(await joined).toEqual({ ok: false, error: { code: 'cancelled' } });
    ben.network.letThrough();
    // Whoever comes now is the first whom Ana sees come.
    const cleo = party.person('Cleo');
    must(await cleo.join(access));
    await ana.until('Cleo', () => ana.sees.length > 1);
    expect(ana.sees).toEqual(['Ana', 'Cleo']);
    expect(ana.told).toEqual([]);
  });

  test('after the hello: left as soon as the server has let me in', async () => {
    const { access, people } = await party.meeting('Ana');
    const [ana] = people as [Person];
    const ben = party.person('Ben');
    ben.client.open(access);
    const joined = ben.client.join({ name: 'Ben', media: NOTHING_ON });
    await until(() => ben.network.wire.some((text) => text.includes('"hello"')));
    ben.client.cancel();
    expect(ben.client.session).toEqual({ phase: 'idle' });
    expect(await joined).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await ana.until('the leave', () => ana.told.length > 0);
    expect(ana.told).toEqual(['Ben left 1101']);
    expect(ben.told).toEqual([]);
  });
});

test('a client that is disposed of leaves first', async () => {
  const { ana, ben } = await two();
  await ben.client.dispose(2_000);
  await ana.until('the leave', () => ana.told.length > 0);
  expect(ana.told).toEqual(['Ben left 1101']);
});

/** For what happens before any session or notice tells of it. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('what was waited for did not come');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
