import { get } from 'node:http';

import { afterEach, describe, expect, test } from 'vitest';

import { createMetrics } from '#server/metrics/metrics.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { TestRoom } from '../testRoom.ts';
import { type Integrator, startIntegrated } from './integrator.ts';

let server: TestServer;

afterEach(() => server.dispose());

function scrape(key?: string): Promise<{ readonly status: number; readonly type: string; readonly text: string }> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return new Promise((resolve, reject) => {
    get(`http://${server.address}/metrics`, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text });
      });
    }).on('error', reject);
  });
}

/** The value of a sample, by its name and labels as they are written. */
const sample = (text: string, name: string): number | undefined =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => Number(line.slice(name.length + 1)))[0];

describe('GET /metrics', () => {
  test('counts rooms, people, joins, exits by code, commands and the lag of the event loop', async () => {
    let integrator: Integrator;
    ({ server, integrator } = await startIntegrated({ metrics: createMetrics() }));
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana Liticsworth'), await room.guest('Ben')];
    await ana.wire.command({ type: 'lock', id: 'l' });
    await ana.wire.command({ type: 'lock', id: 'm' });
    const { status, type, text } = await scrape(integrator.key);
    expect([status, type]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)]);
    expect(sample(text, 'parley_rooms')).toBe(1);
    expect(sample(text, 'parley_participants')).toBe(2);
    expect(sample(text, 'parley_connections')).toBe(2);
    expect(sample(text, 'parley_joins_total')).toBe(2);
    expect(sample(text, 'parley_command_seconds_count{command="lock",outcome="ok"}')).toBe(1);
    expect(sample(text, 'parley_command_seconds_count{command="lock",outcome="already-locked"}')).toBe(1);
    expect(sample(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
    await integrator.post(`/rooms/${room.id}/participants/${ben.id}/remove`, { reason: '', bar: false });
    await integrator.post(`/rooms/${room.id}/end`, { reason: '', lock: false });
    const after = (await scrape(integrator.key)).text;
    expect(sample(after, 'parley_exits_total{code="1010"}')).toBe(1);
    expect(sample(after, 'parley_exits_total{code="1009"}')).toBe(1);
    expect(sample(after, 'parley_rooms')).toBe(0);
    // No label says who or where (invariant 12).
    for (const word of [room.id, ana.id, ben.id, 'Ana', room.hostProof]) expect(after).not.toContain(word);
  });

  test('is for whoever has a key for it', async () => {
    let integrator: Integrator;
    ({ server, integrator } = await startIntegrated({ metrics: createMetrics() }, ['readRooms', 'moderate']));
    expect([(await scrape()).status, (await scrape(integrator.key)).status]).toEqual([401, 403]);
  });

  test('is for whoever reaches the port, where the server was told so', async () => {
    server = await startServer({ metrics: createMetrics(), metricsAccess: 'open' });
    expect((await scrape()).status).toBe(200);
  });

  test('is not there where nothing is counted', async () => {
    server = await startServer({ metricsAccess: 'open' });
    expect((await scrape()).status).toBe(404);
  });
});
