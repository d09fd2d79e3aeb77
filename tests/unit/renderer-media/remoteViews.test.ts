import { beforeEach, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { createRemoteViews, type RemoteViews } from '#renderer/media/remotes/remoteViews.ts';
import type { RemoteFeed } from '#renderer/media/transport.ts';

import { type Clock, createClock } from './support/clock.ts';

const ANA = 'ana' as ParticipantId;

let clock: Clock;
let views: RemoteViews;
let camera: boolean;
let pictureAt: number | null;
let amplitude: number;
let link: RemoteFeed['link'];
let present: boolean;
let wanted: boolean;

beforeEach(() => {
  clock = createClock();
  views = createRemoteViews(clock.now);
  camera = true;
  pictureAt = null;
  amplitude = 0;
  link = 'connected';
  present = true;
  wanted = true;
});

const feed: RemoteFeed = {
  peer: ANA,
  get wanted() {
    return wanted;
  },
  get link() {
    return link;
  },
  stream: null,
  audioAmplitude: () => amplitude,
  pictureAge: () => (pictureAt === null ? null : clock.now() - pictureAt),
};

const look = () => {
  const room = { participants: { [ANA]: { media: { camera } } } } as unknown as Room;
  return views.look(present ? new Map([[ANA, feed]]) : new Map(), room);
};
const hasVideo = () => look()[ANA]?.hasVideo;
const picture = () => {
  pictureAt = clock.now();
};

test('there is video from the first picture on, and it is expected until then', () => {
  expect(hasVideo()).toBe(false);
  expect(views.expecting).toBe(true);
  clock.pass(100);
  picture();
  expect(hasVideo()).toBe(true);
  expect(views.expecting).toBe(false);
});

test('no picture is expected of whoever is not shown', () => {
  wanted = false;
  expect(hasVideo()).toBe(false);
  expect(views.expecting).toBe(false);
});

const stoppedIn = (stopped: object) =>
  ({ participants: { [ANA]: { media: { camera: false }, stopped } } }) as unknown as Room;

test('whoever was stopped by others is neither shown nor seen to speak, whatever arrives, until the room says otherwise', () => {
  const stream = {} as MediaStream;
  const seen = (room: Room) => views.look(new Map([[ANA, { ...feed, stream, audioAmplitude: () => 0.5 }]]), room)[ANA];
  picture();
  clock.pass(1_000);
  for (let looks = 0; looks < 5; looks += 1) {
    clock.pass(100);
    picture();
    const view = seen(stoppedIn({ camera: { by: null, at: 1 }, microphone: { by: null, at: 1 } }));
    expect(view).toMatchObject({ stream: null, hasVideo: false, speaking: false });
  }
  expect(seen(stoppedIn({ microphone: { by: null, at: 1 } }))?.stream).toBe(stream);
});

test('video ends with the word that the camera is off, not when the last picture is old', () => {
  picture();
  expect(hasVideo()).toBe(true);
  clock.pass(10);
  camera = false;
  expect(hasVideo()).toBe(false);
  // A picture that was still on its way changes nothing.
  clock.pass(50);
  picture();
  expect(hasVideo()).toBe(false);
  expect(views.expecting).toBe(false);
});

test('video is back with the first picture after the camera came on again', () => {
  picture();
  look();
  clock.pass(10);
  camera = false;
  look();
  clock.pass(300);
  camera = true;
  expect(hasVideo()).toBe(false);
  clock.pass(40);
  picture();
  expect(hasVideo()).toBe(true);
});

test('pictures count although the room never says so, as when the connection to it is lost', () => {
  camera = false;
  look();
  clock.pass(10_000);
  picture();
  expect(hasVideo()).toBe(true);
});

test('a short pause of the network leaves the last picture, a long one takes it away', () => {
  picture();
  look();
  clock.pass(2_000);
  expect(hasVideo()).toBe(true);
  clock.pass(1_000);
  expect(hasVideo()).toBe(false);
});

test('who speaks is marked, and not while the link is down', () => {
  amplitude = 0.1;
  expect(look()[ANA]?.speaking).toBe(true);
  link = 'lost';
  clock.pass(1_000);
  expect(look()[ANA]).toMatchObject({ speaking: false, link: 'lost' });
});

test('the same object is given until something changes', () => {
  const before = look();
  clock.pass(100);
  expect(look()).toBe(before);
  picture();
  expect(look()).not.toBe(before);
});

test('whoever is gone is not shown, and is new when back', () => {
  amplitude = 0.1;
  look();
  present = false;
  expect(look()).toEqual({});
  present = true;
  amplitude = 0;
  expect(look()[ANA]?.speaking).toBe(false);
});
