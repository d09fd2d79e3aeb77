import { beforeEach, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { createRemoteViews, type RemoteViews } from '#renderer/media/remotes/remoteViews.ts';
import type { RemoteFeed } from '#renderer/media/transport.ts';

import { type Clock, createClock } from './support/clock.ts';

const ANA = 'ana' as ParticipantId;
const SCREEN = {} as MediaStream;

let clock: Clock;
let views: RemoteViews;
let camera: boolean;
let pictureAt: number | null;
let amplitude: number;
let link: RemoteFeed['link'];
let shares: boolean;
let screenAt: number | null;
let present: boolean;
let wanted: boolean;
let screenWanted: boolean;

beforeEach(() => {
  clock = createClock();
  views = createRemoteViews(clock.now);
  camera = true;
  pictureAt = null;
  amplitude = 0;
  link = 'connected';
  shares = false;
  screenAt = null;
  present = true;
  wanted = true;
  screenWanted = true;
});

const feed: RemoteFeed = {
  peer: ANA,
  get wanted() {
    return wanted;
  },
  get screenWanted() {
    return screenWanted;
  },
  get link() {
    return link;
  },
  stream: null,
  screen: SCREEN,
  audioAmplitude: () => amplitude,
  pictureAge: () => (pictureAt === null ? null : clock.now() - pictureAt),
  screenAge: () => (screenAt === null ? null : clock.now() - screenAt),
};

const look = () => {
  const room = { participants: { [ANA]: { media: { camera, screen: shares } } } } as unknown as Room;
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

const screenOf = () => look()[ANA]?.screen;

test('a screen is there from the word that it is shared and its first picture on, however long it stands still', () => {
  expect(screenOf()).toBeNull();
  shares = true;
  expect(screenOf()).toBeNull();
  expect(views.expecting).toBe(true);
  clock.pass(40);
  screenAt = clock.now();
  expect(screenOf()).toBe(SCREEN);
  // The browser forgets the last picture of what stands still.
  screenAt = null;
  clock.pass(60_000);
  expect(screenOf()).toBe(SCREEN);
});

test('no screen is expected of whoever shares one that is not shown', () => {
  camera = false;
  shares = true;
  screenWanted = false;
  expect(screenOf()).toBeNull();
  expect(views.expecting).toBe(false);
  screenWanted = true;
  expect(screenOf()).toBeNull();
  expect(views.expecting).toBe(true);
});

test('a picture that came before the word counts', () => {
  look();
  screenAt = clock.now();
  clock.pass(300);
  expect(screenOf()).toBeNull();
  shares = true;
  expect(screenOf()).toBe(SCREEN);
});

test('a screen that the room does not know of is not shown, whatever arrives', () => {
  screenAt = clock.now();
  expect(screenOf()).toBeNull();
  clock.pass(5_000);
  screenAt = clock.now();
  expect(screenOf()).toBeNull();
});

test('a screen that others stopped is not shown, until the room says that it is on again', () => {
  shares = true;
  screenAt = clock.now();
  expect(screenOf()).toBe(SCREEN);
  const room = {
    participants: { [ANA]: { media: { camera, screen: true }, stopped: { screen: { by: null, at: 1 } } } },
  } as unknown as Room;
  expect(views.look(new Map([[ANA, feed]]), room)[ANA]?.screen).toBeNull();
});

test('the next share begins with a picture of its own, not with the last one of the share before', () => {
  shares = true;
  screenAt = clock.now();
  expect(screenOf()).toBe(SCREEN);
  clock.pass(5_000);
  shares = false;
  expect(screenOf()).toBeNull();
  // One that was still on its way.
  clock.pass(200);
  screenAt = clock.now();
  look();
  clock.pass(2_000);
  shares = true;
  expect(screenOf()).toBeNull();
  screenAt = clock.now();
  expect(screenOf()).toBe(SCREEN);
});
