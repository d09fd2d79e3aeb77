import { beforeEach, expect, test } from 'vitest';

import type { LinkId, ParticipantId } from '#protocol/ids.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Room } from '#protocol/room.ts';
import { createMesh } from '#renderer/media/mesh/createMesh.ts';
import { type MediaTransport, type MeetingNow, NO_TRACKS } from '#renderer/media/transport.ts';

import { type Clock, createClock } from './support/clock.ts';
import { FakePeerNet } from './support/peers.ts';
import { asTrack, FakeTrack } from './support/tracks.ts';

const ME = 'me______' as ParticipantId;
const NAMES = ['ana_____', 'ben_____', 'cleo____', 'dan_____'] as readonly string[] as readonly ParticipantId[];
const [ANA = ME, BEN = ME] = NAMES;

let clock: Clock;
let peers: FakePeerNet;
let sent: { readonly to: ParticipantId; readonly generation: number; readonly data: string }[];
let faults: unknown[];
let heard: unknown[];
let mesh: MediaTransport;

beforeEach(() => {
  clock = createClock();
  peers = new FakePeerNet();
  sent = [];
  faults = [];
  heard = [];
  mesh = createMesh({
    environment: {
      now: clock.now,
      after: clock.after,
      newEpoch: () => 'page 1',
      onFault: (fault) => faults.push(fault),
    },
    send: ({ peer }, generation, data) => sent.push({ to: peer, generation, data }),
    talk: { onOpen: (...all) => heard.push(all), onMessage: (...all) => heard.push(all) },
    onChange: () => undefined,
    openPeer: peers.open,
  });
});

/** A meeting of mine with these; I came last. */
function meeting(others: readonly ParticipantId[], change: Partial<MeetingNow> = {}, lost?: ParticipantId): MeetingNow {
  const people = [...others, ME].map((id, index) => ({
    id,
    joinedAt: index,
    connection: id === lost ? 'lost' : 'live',
  }));
  const room = { participants: Object.fromEntries(people.map((one) => [one.id, one])) } as unknown as Room;
  return { room, me: ME, iceServers: [], iceTransportPolicy: 'all', online: true, ...change };
}

const alive = () => peers.all.filter((peer) => peer.alive);
const rates = () => alive().map((peer) => peer.sending.quality.maxFramerate);
const scales = () => alive().map((peer) => peer.sending.quality.scaleDownBy);
const signal = (from: ParticipantId, link: string): IncomingSignal => ({
  from,
  link: link as LinkId,
  generation: 0,
  data: '',
});

test('there is a remote for everybody else, in the order of the meeting, from the moment that they are known', () => {
  mesh.follow(meeting([BEN, ANA]));
  expect([...mesh.remotes.keys()]).toEqual([BEN, ANA]);
  expect([...mesh.remotes.values()].map(({ link, stream }) => [link, stream])).toEqual([
    ['connecting', null],
    ['connecting', null],
  ]);
  expect(mesh.openLinks).toBe(2);
});

test('whoever is gone is dropped before follow returns, and nobody else is touched', () => {
  mesh.follow(meeting([ANA, BEN]));
  const [toAna, toBen] = peers.all;
  mesh.follow(meeting([BEN]));
  expect([toAna?.alive, toBen?.alive]).toEqual([false, true]);
  expect([...mesh.remotes.keys()]).toEqual([BEN]);
  expect(mesh.openLinks).toBe(1);
});

const withRoles = (now: MeetingNow, roles: Readonly<Record<string, string>>): MeetingNow => {
  const people = Object.entries(now.room.participants).map(([id, one]) => [id, { ...one, role: roles[id] ?? 'guest' }]);
  return { ...now, room: { ...now.room, participants: Object.fromEntries(people) as Room['participants'] } };
};

test('the link to whoever moves between speaker and viewer is made anew, and no other (1003)', () => {
  mesh.follow(withRoles(meeting([ANA, BEN]), {}));
  const [toAna, toBen] = peers.all;
  mesh.follow(withRoles(meeting([ANA, BEN]), { [ANA]: 'viewer' }));
  expect([toAna?.alive, toBen?.alive]).toEqual([false, true]);
  expect(mesh.openLinks).toBe(2);
  mesh.follow(withRoles(meeting([ANA, BEN]), { [ANA]: 'viewer', [BEN]: 'co-host' }));
  expect(peers.all).toHaveLength(3);
});

test('all links are made anew when I move myself, by me where I make the offers', () => {
  mesh.follow(withRoles(meeting([ANA, BEN]), {}));
  mesh.follow(withRoles(meeting([ANA, BEN]), { [ME]: 'viewer' }));
  expect(peers.all.map(({ alive: isAlive }) => isAlive)).toEqual([false, false, true, true]);
});

test('following the same meeting again opens nothing', () => {
  mesh.follow(meeting([ANA, BEN]));
  mesh.follow(meeting([ANA, BEN]));
  expect(peers.all).toHaveLength(2);
});

test('nothing is begun while offline or with somebody who is lost, and what is up stays up', () => {
  mesh.follow(meeting([ANA], { online: false }));
  expect(mesh.openLinks).toBe(0);
  mesh.follow(meeting([ANA, BEN], {}, BEN));
  expect(mesh.openLinks).toBe(1);
  mesh.follow(meeting([ANA, BEN], { online: false }, BEN));
  expect(mesh.openLinks).toBe(1);
  mesh.follow(meeting([ANA, BEN]));
  expect(mesh.openLinks).toBe(2);
});

test('tracks go to everybody, also to whoever comes later, and opening none anew', () => {
  mesh.follow(meeting([ANA]));
  const tracks = { ...NO_TRACKS, audio: asTrack(new FakeTrack('audio', null)) };
  mesh.publish(tracks);
  mesh.follow(meeting([ANA, BEN]));
  expect(alive().map((peer) => peer.sending.tracks)).toEqual([tracks, tracks]);
  expect(peers.all).toHaveLength(2);
});

test('a screen goes to everybody beside the camera, and is gone with the next word', () => {
  mesh.follow(meeting([ANA, BEN]));
  const video = asTrack(new FakeTrack('video', null));
  const screen = asTrack(new FakeTrack('video', null));
  mesh.publish({ ...NO_TRACKS, video, screen });
  expect(alive().map((peer) => peer.sending.tracks.screen === screen)).toEqual([true, true]);
  mesh.publish({ ...NO_TRACKS, video });
  expect(alive().map((peer) => peer.sending.tracks)).toEqual([
    { ...NO_TRACKS, video },
    { ...NO_TRACKS, video },
  ]);
  expect(peers.all).toHaveLength(2);
});

test('pictures get smaller for everybody when more come, and larger when they go', () => {
  mesh.follow(meeting([ANA]));
  expect(rates()).toEqual([30]);
  mesh.follow(meeting(NAMES));
  expect(rates()).toEqual([20, 20, 20, 20]);
  mesh.follow(meeting([ANA]));
  expect(rates()).toEqual([30]);
});

test('a camera that was asked for another size on the same track is scaled down from what it gives now', () => {
  mesh.follow(meeting([ANA, BEN]));
  const camera = new FakeTrack('video', null);
  const tracks = { ...NO_TRACKS, video: asTrack(camera) };
  camera.settings = { width: 1280, height: 720 };
  mesh.publish(tracks);
  expect(scales()).toEqual([2, 2]);
  camera.settings = { width: 640, height: 360 };
  mesh.publish({ ...tracks });
  expect(scales()).toEqual([1, 1]);
});

test('figures are of every link, or of one alone', async () => {
  mesh.follow(meeting([ANA, BEN]));
  const peersOf = async (only?: ParticipantId) => (await mesh.figures(only)).map(({ peer }) => peer);
  expect(await peersOf()).toEqual([ANA, BEN]);
  expect(await peersOf(BEN)).toEqual([BEN]);
  expect(await peersOf(ME)).toEqual([]);
});

test('signals of strangers, and of one link in the name of another, are not taken', () => {
  mesh.follow(meeting([ANA, BEN]));
  expect(mesh.receive(signal('stranger' as ParticipantId, `${ME}~stranger`))).toBe(false);
  expect(mesh.receive(signal(ANA, `${BEN}~${ME}`))).toBe(false);
  expect(mesh.receive(signal(ANA, `${ANA}~${ME}`))).toBe(true);
});

const servers = (credential: string) => [{ urls: ['turn:turn.example.org'], username: '1:x', credential }];

test('new credentials go to every link that is up, and to those that come later, and open none anew', () => {
  mesh.follow(meeting([ANA], { iceServers: servers('old') }));
  mesh.follow(meeting([ANA], { iceServers: servers('new') }));
  expect(alive().map((peer) => peer.servers)).toEqual([servers('new')]);
  mesh.follow(meeting([ANA, BEN], { iceServers: servers('new') }));
  expect(alive().map((peer) => peer.servers)).toEqual([servers('new'), servers('new')]);
  expect(peers.all).toHaveLength(2);
});

test('servers that are the same again are no reason to touch a link', () => {
  const iceServers = [{ urls: ['stun:stun.example.org'] }];
  mesh.follow(meeting([ANA], { iceServers }));
  mesh.follow(meeting([ANA], { iceServers: structuredClone(iceServers) }));
  expect(peers.all.map((peer) => peer.servers)).toEqual([iceServers]);
  expect(peers.all[0]?.servers).toBe(iceServers);
});

test('where direct paths are no longer wanted, what runs directly is dropped and built anew', () => {
  mesh.follow(meeting([ANA]));
  mesh.follow(meeting([ANA], { iceTransportPolicy: 'relay' }));
  expect(peers.all.map(({ alive: up, options }) => [up, options.iceTransportPolicy])).toEqual([
    [false, 'all'],
    [true, 'relay'],
  ]);
});

test('whoever comes back in another place in line gets the other part in the negotiation', () => {
  mesh.follow(meeting([ANA]));
  expect(alive().map((peer) => peer.initiator)).toEqual([true]);
  const room = {
    participants: {
      [ME]: { id: ME, joinedAt: 1, connection: 'live' },
      [ANA]: { id: ANA, joinedAt: 2, connection: 'live' },
    },
  } as unknown as Room;
  mesh.follow(meeting([], { room }));
  expect(alive()).toEqual([]);
  expect(mesh.remotes.get(ANA)?.link).toBe('connecting');
});

test('a connection that can not be made is a fault, and is tried again later', () => {
  let broken = true;
  const { open } = peers;
  mesh = createMesh({
    environment: {
      now: clock.now,
      after: clock.after,
      newEpoch: () => 'page 1',
      onFault: (fault) => faults.push(fault),
    },
    send: () => undefined,
    talk: { onOpen: (...all) => heard.push(all), onMessage: (...all) => heard.push(all) },
    onChange: () => undefined,
    openPeer(options) {
      if (broken) throw new SyntaxError('bad ICE server');
      return open(options);
    },
  });
  mesh.follow(meeting([ANA]));
  expect(faults).toEqual([new SyntaxError('bad ICE server')]);
  expect(mesh.openLinks).toBe(0);
  broken = false;
  clock.pass(1_000);
  expect(mesh.openLinks).toBe(1);
});

test('close drops everything before it returns, and leaves no timer', async () => {
  mesh.follow(meeting(NAMES));
  const closing = mesh.close();
  expect(alive()).toEqual([]);
  await closing;
  peers.work();
  expect([mesh.openLinks, mesh.remotes.size, clock.waiting]).toEqual([0, 0, 0]);
});

/** Everybody is connected, to pages that hear what is said. */
function connected(others: readonly ParticipantId[]): void {
  mesh.follow(meeting(others));
  for (const { channels } of peers.all) for (const channel of channels.values()) channel.join();
}

const demandsTo = (index: number) => peers.all[index]?.channels.get('demand')?.sent;

test('everybody is told how large they are shown, and nobody anything before the page has said so', () => {
  connected([ANA, BEN]);
  clock.pass(10_000);
  expect([demandsTo(0), demandsTo(1)]).toEqual([[], []]);
  expect(mesh.remotes.get(BEN)?.wanted).toBe(true);
  mesh.watch(new Map([[ANA, { width: 320, height: 192 }]]));
  clock.pass(10_000);
  expect([demandsTo(0), demandsTo(1)]).toEqual([
    ['{"camera":{"width":320,"height":192},"screen":true}'],
    ['{"camera":null,"screen":true}'],
  ]);
  expect(mesh.remotes.get(BEN)?.wanted).toBe(false);
});

test('what is said goes to one alone, and is heard by whoever listens, with whose word it is', async () => {
  connected([ANA, BEN]);
  expect(heard).toEqual([
    [ANA, 'file'],
    [BEN, 'file'],
  ]);
  expect(await mesh.say(BEN, 'file', 'for Ben')).toBe('said');
  expect(await mesh.say('stranger' as ParticipantId, 'file', 'x')).toBe('gone');
  expect(peers.all.map(({ channels }) => channels.get('file')?.sent)).toEqual([[], ['for Ben']]);
  peers.all[0]?.channels.get('file')?.hear('from Ana');
  expect(heard.at(-1)).toEqual([ANA, 'file', 'from Ana']);
});
