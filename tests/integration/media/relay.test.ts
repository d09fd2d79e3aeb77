import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { IceServer } from '#protocol/wire/frame.ts';
import { startServer } from '#tests/fixtures/server.ts';
import { turnCredential } from '#server/credentials/iceServers.ts';

import { TestRoom } from '#tests/integration/server/testRoom.ts';
import { type Coturn, startCoturn } from './lab/coturn.ts';
import { LabMeeting, type Person } from './lab/meeting.ts';
import { areTogether, eventually, faultsOf, generationOf, sees } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const SECRET = randomBytes(32).toString('hex');
const lab = useLab();
let coturn: Coturn;

beforeAll(async () => {
  coturn = await startCoturn(SECRET);
});

afterAll(() => coturn?.close());

const ID = 'participant-ana' as ParticipantId;
const SOON = 60_000;

const credential = (secret = SECRET, expiresAt = Date.now() + SOON): readonly IceServer[] => [
  { urls: [coturn.url], ...turnCredential(secret, ID, expiresAt) },
];

/** Two people who may reach each other by this relay alone; what is given to them is made once their pages are there. */
async function twoBehind(give: () => readonly IceServer[]): Promise<[LabMeeting, Person, Person]> {
  const meeting = new LabMeeting();
  const [anas, bens] = [await lab.open(), await lab.open()];
  const iceServers = give();
  meeting.iceServers = iceServers;
  meeting.iceTransportPolicy = 'relay';
  const ana = await meeting.join('ana', anas);
  const ben = await meeting.join('ben', bens);
  return [meeting, ana, ben];
}

const figuresOf = async (one: Person) => (await one.page.evaluate((id) => window.lab.figures(id), one.id))[0];

const pathOf = async (one: Person) => (await figuresOf(one))?.path ?? null;

/** The name by which the connection of `one` would ask for a relay. */
const nameHeld = (one: Person) =>
  one.page.evaluate(() => window.lab.census.connections()[0]?.getConfiguration().iceServers?.[0]?.username);

/** What the connection of `one` has found of ways to be reached. */
const gathered = (one: Person) =>
  one.page.evaluate(() => {
    const [connection] = window.lab.census.connections();
    const candidates = connection?.localDescription?.sdp.match(/^a=candidate:/gm) ?? [];
    return { state: connection?.iceGatheringState, candidates: candidates.length };
  });

/** The relay's port by which `one` is reached at present. */
const relayPort = (one: Person) =>
  one.page.evaluate(async () => {
    const reports: Record<string, unknown>[] = [];
    (await window.lab.census.connections()[0]?.getStats())?.forEach((report) => reports.push(report));
    const transport = reports.find(({ type }) => type === 'transport');
    const pair = reports.find(({ id }) => id === transport?.['selectedCandidatePairId']);
    return reports.find(({ id }) => id === pair?.['localCandidateId'])?.['port'] ?? null;
  });

/** Has the engine of `one`, the offering side, believe that packets have stopped. */
const restartIce = (one: Person) =>
  one.page.evaluate(() => {
    const [connection] = window.lab.census.connections();
    if (!connection) throw new Error('there is no connection');
    Object.defineProperty(connection, 'connectionState', { configurable: true, value: 'disconnected' });
    connection.dispatchEvent(new Event('connectionstatechange'));
    Reflect.deleteProperty(connection, 'connectionState');
    connection.dispatchEvent(new Event('connectionstatechange'));
  });

/** Kinds of candidates that this page gathers with these servers, when direct paths are allowed, and the errors on the way. */
function gather(one: Person, iceServers: readonly IceServer[]) {
  return one.page.evaluate(async (servers) => {
    const connection = new RTCPeerConnection({ iceServers: servers as RTCIceServer[] });
    const kinds = new Set<string>();
    const errors = new Set<number>();
    connection.addEventListener('icecandidateerror', (event) => {
      errors.add(event.errorCode);
    });
    const complete = new Promise<void>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve();
        else if (candidate.type !== null) kinds.add(candidate.type);
      });
    });
    connection.createDataChannel('any');
    await connection.setLocalDescription();
    await complete;
    connection.close();
    return { relayed: kinds.has('relay'), direct: kinds.has('host'), errors: [...errors] };
  }, iceServers);
}

test('where nothing may go directly, voice and picture go from relay to relay, by what a real server gave', async () => {
  const server = await startServer({
    iceServers: [{ urls: [coturn.url] }],
    turnSecret: SECRET,
    iceTransportPolicy: 'relay',
  });
  const { welcome } = await (await TestRoom.create(server.address)).host();
  expect(welcome['iceTransportPolicy']).toBe('relay');
  const [, ana, ben] = await twoBehind(() => welcome['iceServers'] as readonly IceServer[]);
  await areTogether(ana, ben);
  for (const one of [ana, ben]) {
    await eventually(() => pathOf(one)).toEqual({ local: 'relay', remote: 'relay' });
    const before = (await figuresOf(one))?.videoFramesIn ?? Infinity;
    await eventually(async () => (await figuresOf(one))?.videoFramesIn).toBeGreaterThan(before + 10);
  }
  expect(await faultsOf(ana, ben)).toEqual([]);
  await server.dispose();
});

test('a credential of another secret, or one that has expired, gets nobody a relay', async () => {
  const [, ana, ben] = await twoBehind(() => credential('of-somebody-else'));
  const good = await gather(ana, credential());
  expect(good).toMatchObject({ relayed: true });
  for (const useless of [credential('of-somebody-else'), credential(SECRET, Date.now() - 1_000)]) {
    expect(await gather(ana, useless)).toMatchObject({ relayed: false, errors: [401] });
  }
  // And what the app makes of it: no candidate and no path at all, rather than a direct one.
  for (const one of [ana, ben]) {
    await eventually(() => gathered(one)).toEqual({ state: 'complete', candidates: 0 });
    expect(await figuresOf(one)).toMatchObject({ path: null, link: 'connecting', videoFramesIn: 0 });
  }
});

test('new credentials are what an ICE restart uses, after those that the link was made with have expired', async () => {
  let expiresAt = 0;
  const [meeting, ana, ben] = await twoBehind(() => {
    expiresAt = Date.now() + 10_000;
    return credential(SECRET, expiresAt);
  });
  await sees(ana, ben);
  const [used, generation] = [await relayPort(ana), await generationOf(ana)];
  meeting.iceServers = credential();
  await meeting.tell();
  for (const one of [ana, ben]) expect(await nameHeld(one)).toBe(meeting.iceServers[0]?.username);
  await eventually(async () => Date.now()).toBeGreaterThan(expiresAt + 1_000);
  // What is relayed goes on by what it was begun with.
  expect([await relayPort(ana), await generationOf(ana)]).toEqual([used, generation]);
  await restartIce(ben);
  await eventually(() => relayPort(ana)).not.toBe(used);
  await eventually(() => pathOf(ana)).toEqual({ local: 'relay', remote: 'relay' });
  await sees(ana, ben);
  expect(await generationOf(ana)).toBe(generation);
  expect(await faultsOf(ana, ben)).toEqual([]);
});
