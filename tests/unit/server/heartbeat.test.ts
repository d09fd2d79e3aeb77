import { expect, test } from 'vitest';

import type { Connection } from '#server/transport/connection.ts';
import { Heartbeat } from '#server/transport/heartbeat.ts';

import { settingsFor } from './actorKit.ts';
import { FakeClock } from './fakeClock.ts';

/** What the heartbeat sees of a connection, and did to it. */
function connection(clock: FakeClock) {
  const seen = { lastSeen: clock.now(), lastPing: clock.now(), stage: { name: 'in' }, did: [] as string[] };
  return Object.assign(seen, {
    suspect: () => seen.did.push('suspected'),
    close: (cause: string) => seen.did.push(cause),
    send: (text: string) => seen.did.push((JSON.parse(text) as { type: string }).type),
  });
}

function start(...connections: readonly unknown[]) {
  return (clock: FakeClock) => new Heartbeat(settingsFor(clock), new Set(connections) as ReadonlySet<Connection>);
}

test('pings every five seconds, suspects after twelve and gives up after twenty', () => {
  const clock = new FakeClock();
  const silent = connection(clock);
  start(silent)(clock);
  for (let seconds = 0; seconds < 11; seconds += 1) clock.advance(1_000);
  expect(silent.did).toEqual(['ping', 'ping']);
  clock.advance(1_000);
  expect(silent.did).toEqual(['ping', 'ping', 'suspected']);
  for (let seconds = 0; seconds < 7; seconds += 1) clock.advance(1_000);
  expect(silent.did).not.toContain('silent');
  clock.advance(1_000);
  expect(silent.did).toContain('silent');
});

test('after this process stood still, nobody is given up for what could not be heard', () => {
  const clock = new FakeClock();
  const talking = connection(clock);
  const heartbeat = start(talking)(clock);
  clock.advance(1_000);
  // A minute in which no timer ran and nothing was read, as under SIGSTOP or while the machine slept.
  clock.time += 60_000;
  clock.advance(1_000);
  expect(talking.did).not.toContain('silent');
  expect(talking.did).not.toContain('suspected');
  for (let seconds = 0; seconds < 21; seconds += 1) clock.advance(1_000);
  expect(talking.did).toContain('silent');
  heartbeat.stop();
});
