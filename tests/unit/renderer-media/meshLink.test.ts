import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';

import { HANDSHAKE_MS, RESTART_MS, SILENCE_MS } from '#renderer/media/mesh/patience.ts';

import { Pair, type Side } from './support/pair.ts';

let pair: Pair;
beforeEach(() => {
  pair = new Pair();
});

const offers = (): number => pair.sent.filter(({ to, data }) => to === 'old' && data.includes('"offer"')).length;

test('the newcomer offers, and one connection on each side comes of it', () => {
  pair.run();
  expect(pair.states).toEqual(['connected', 'connected']);
  expect(pair.alive.map((peer) => peer.initiator)).toEqual([true, false]);
  expect(pair.links.old.generation).toBe(pair.links.new.generation);
});

test('a connected link is left alone', () => {
  pair.run();
  pair.pass(120_000);
  expect(offers()).toBe(1);
  expect(pair.clock.waiting).toBe(0);
});

test.each(['old', 'new'] as const)(
  'a reload of the %s one brings a new connection, numbered above the last',
  (side) => {
    pair.run();
    const before = pair.links.new.generation;
    pair.reload(side);
    pair.run();
    expect(pair.states).toEqual(['connected', 'connected']);
    expect(pair.links.new.generation).toBeGreaterThan(before);
    expect(pair.alive).toHaveLength(2);
  },
);

test('a page that was reloaded on a machine whose clock went back a day is heard all the same', () => {
  pair.run();
  pair.offsets.new = -86_400_000;
  pair.reload('new');
  // The server drops its offer as an old one.
  pair.pass(SILENCE_MS + 200);
  expect(pair.states).toEqual(['connected', 'connected']);
  expect(pair.links.old.generation).toBe(pair.links.new.generation);
});

test('two reloaded pages find each other although the clock of one went back and nobody knows the last number', () => {
  for (const back of [30_000, 86_400_000, 40 * 86_400_000]) {
    pair = new Pair();
    pair.run();
    pair.offsets.new = -back;
    pair.reload('new');
    pair.reload('old');
    pair.pass(15_000);
    expect(pair.states, `${back} ms back`).toEqual(['connected', 'connected']);
  }
});

test('an offer that a server let pass although it is older is answered by asking for a newer one', () => {
  pair.run();
  const { generation } = pair.links.old;
  pair.links.old.receive(generation - 5, { kind: 'steps', epoch: 'page 9', steps: [{ type: 'offer', sdp: 'peer 9' }] });
  expect(pair.sent.at(-1)).toMatchObject({ to: 'new', generation: 0 });
  expect(pair.sent.at(-1)?.data).toContain(String(generation));
});

test('a page that was reloaded before it answered is offered anew', () => {
  pair.peers.work();
  pair.post.length = 0;
  pair.reload('old');
  pair.run();
  pair.pass(1_000);
  expect(pair.states).toEqual(['connected', 'connected']);
  expect(offers()).toBe(2);
});

test.each(['old', 'new'] as const)('the first words of a reloaded %s one may be lost', (side) => {
  pair.run();
  pair.reload(side);
  pair.peers.work();
  expect(pair.post.splice(0)).not.toEqual([]);
  pair.pass(HANDSHAKE_MS + 2_000);
  expect(pair.states).toEqual(['connected', 'connected']);
});

test('a page that asks while the offer is on its way is not offered twice', () => {
  pair.peers.work();
  pair.links.new.receive(0, { kind: 'ask', epoch: 'page 1', known: 0 });
  pair.run();
  pair.pass(HANDSHAKE_MS * 2);
  expect(pair.states).toEqual(['connected', 'connected']);
  expect(offers()).toBe(1);
});

test('a connection that fails on either side is rebuilt', () => {
  for (const initiator of [true, false]) {
    pair.run();
    const before = pair.links.new.generation;
    const failing = pair.alive.find((peer) => peer.initiator === initiator);
    // The other side does not notice.
    if (failing) failing.partner = null;
    failing?.lose();
    expect(pair.states).toContain('lost');
    pair.pass(1_000);
    expect(pair.states).toEqual(['connected', 'connected']);
    expect(pair.links.new.generation).toBeGreaterThan(before);
    expect(pair.alive).toHaveLength(2);
  }
});

test('the offering side restarts ICE when packets stop, and rebuilds when that does not help', () => {
  pair.run();
  const offering = pair.alive.find((peer) => peer.initiator);
  offering?.options.onState('disconnected');
  expect(offering?.restarts).toBe(1);
  pair.pass(RESTART_MS - 200);
  expect(offering?.alive).toBe(true);
  pair.pass(1_000);
  expect(offering?.alive).toBe(false);
  expect(pair.states).toEqual(['connected', 'connected']);
});

test('an ICE restart that helps leaves the connection as it is', () => {
  pair.run();
  const offering = pair.alive.find((peer) => peer.initiator);
  offering?.options.onState('disconnected');
  offering?.options.onState('connected');
  pair.pass(60_000);
  expect(offering?.alive).toBe(true);
});

test('nothing is offered to somebody who can not be reached, and everything once they can', () => {
  pair.run();
  pair.links.new.reach(false);
  pair.links.old.reach(false);
  const before = pair.sent.length;
  for (const peer of pair.alive) peer.lose();
  pair.pass(120_000);
  expect(pair.sent).toHaveLength(before);
  pair.links.new.reach(true);
  pair.links.old.reach(true);
  pair.pass(1_000);
  expect(pair.states).toEqual(['connected', 'connected']);
});

test('a side that never answers is offered to ever more rarely, not without end at once', () => {
  pair.links.old.close();
  pair.pass(10 * 60_000);
  expect(offers()).toBeGreaterThan(5);
  expect(offers()).toBeLessThan(60);
});

test('signals of an older generation are dropped', () => {
  pair.run();
  const stale = pair.links.new.generation - 1;
  const candidate = { candidate: 'x', sdpMLineIndex: 0, sdpMid: '0' };
  for (const step of [{ type: 'candidate', candidate } as const, { type: 'answer', sdp: 'peer 9 > peer 8' } as const]) {
    pair.links.new.receive(stale, { kind: 'steps', epoch: 'page 1', steps: [step] });
  }
  pair.run();
  expect(pair.states).toEqual(['connected', 'connected']);
  expect(pair.peers.all).toHaveLength(2);
});

test('an offer to the side that offers, and an answer to the one that answers, are not followed', () => {
  pair.run();
  const { generation } = pair.links.new;
  pair.links.new.receive(generation, { kind: 'steps', epoch: 'page 1', steps: [{ type: 'offer', sdp: 'peer 1' }] });
  pair.links.old.receive(generation, { kind: 'steps', epoch: 'page 2', steps: [{ type: 'answer', sdp: 'x > y' }] });
  pair.run();
  expect(pair.states).toEqual(['connected', 'connected']);
});

test('a closed link lets go of its connection and its timers, and answers nobody', () => {
  pair.run();
  pair.links.new.close();
  pair.links.old.close();
  pair.run();
  expect(pair.alive).toEqual([]);
  expect(pair.clock.waiting).toBe(0);
  const before = pair.sent.length;
  pair.links.new.receive(0, { kind: 'ask', epoch: 'page 9', known: 0 });
  pair.pass(60_000);
  expect(pair.sent).toHaveLength(before);
});

test('whatever is lost, reloaded or cut, the two are connected soon after it stops', () => {
  const disturbance = fc.oneof(
    fc
      .constantFrom('deliver', 'deliver', 'deliver', 'work', 'lose letter', 'reload old', 'reload new', 'cut')
      .map((what) => ({ what, ms: 0 })),
    fc.record({ what: fc.constantFrom('reach old', 'reach new'), ms: fc.constant(0) }),
    fc.record({ what: fc.constant('clock'), ms: fc.integer({ min: -90_000_000, max: 90_000_000 }) }),
    fc.record({ what: fc.constant('wait'), ms: fc.integer({ min: 1, max: 20_000 }) }),
  );
  fc.assert(
    fc.property(fc.array(disturbance, { maxLength: 40 }), (disturbances) => {
      pair = new Pair();
      const reachable = { old: true, new: true };
      const toggle = (side: Side): void => {
        reachable[side] = !reachable[side];
        pair.links[side].reach(reachable[side]);
      };
      const reload = (side: Side): void => {
        reachable[side] = true;
        pair.reload(side);
      };
      for (const { what, ms } of disturbances) {
        if (what === 'deliver') pair.deliver();
        else if (what === 'work') pair.peers.work();
        else if (what === 'lose letter') pair.post.shift();
        else if (what === 'reload old') reload('old');
        else if (what === 'reload new') reload('new');
        else if (what === 'reach old') toggle('old');
        else if (what === 'reach new') toggle('new');
        else if (what === 'clock') pair.offsets.new = ms;
        else if (what === 'cut') pair.alive[0]?.lose();
        else pair.clock.pass(ms);
      }
      for (const side of ['old', 'new'] as const) if (!reachable[side]) toggle(side);
      pair.run();
      pair.pass(40_000);
      expect(pair.states).toEqual(['connected', 'connected']);
      expect(pair.links.old.generation).toBe(pair.links.new.generation);
      expect(pair.alive).toHaveLength(2);
      expect(pair.alive[0]?.partner).toBe(pair.alive[1]);
    }),
    {
      numRuns: 500,
      examples: [
        [
          [
            { what: 'work', ms: 0 },
            { what: 'clock', ms: -37_801 },
            { what: 'deliver', ms: 0 },
            { what: 'reload new', ms: 0 },
            { what: 'reload old', ms: 0 },
          ],
        ],
      ],
    },
  );
});
