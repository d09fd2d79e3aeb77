import { beforeEach, expect, test } from 'vitest';

import { openScreen } from '#renderer/media/capture/openScreen.ts';
import { ScreenCapture } from '#renderer/media/capture/screenCapture.ts';

import { noFault } from './support/clock.ts';
import { asTrack, FakeTrack } from './support/tracks.ts';

const ON = { on: true, sound: false };
const OFF = { on: false, sound: false };

let opened: FakeTrack[];
let failure: string | null;
let hold: Promise<void>;
let asked: boolean[];
let capture: ScreenCapture;

beforeEach(() => {
  opened = [];
  asked = [];
  failure = null;
  hold = Promise.resolve();
  capture = new ScreenCapture({
    async open(sound) {
      asked.push(sound);
      await hold;
      if (failure !== null) throw new DOMException('', failure);
      const tracks = [new FakeTrack('video', null), ...(sound ? [new FakeTrack('audio', null)] : [])];
      opened.push(...tracks);
      const [video, audio] = tracks.map(asTrack);
      if (!video) throw new Error('no track');
      return { video, audio: audio ?? null };
    },
    onChange: () => undefined,
    onFault: noFault,
  });
});

const live = () => opened.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind);
const gate = (): (() => void) => {
  const released = new EventTarget();
  hold = new Promise((resolve) => released.addEventListener('go', () => resolve(), { once: true }));
  return () => released.dispatchEvent(new Event('go'));
};

test('a wanted screen is opened, with sound if that is wanted, and off stops all of it before aim returns', async () => {
  capture.aim({ on: true, sound: true });
  await capture.settled();
  expect([capture.live, capture.error, live()]).toEqual([true, null, ['video', 'audio']]);
  capture.aim(OFF);
  expect([capture.live, capture.tracks, live()]).toEqual([false, null, []]);
});

test('what was shared and is gone is told, and not opened again until it is asked for anew', async () => {
  capture.aim({ on: true, sound: true });
  await capture.settled();
  opened[0]?.unplug();
  capture.aim(ON);
  await capture.settled();
  expect([capture.live, capture.error, live(), asked.length]).toEqual([false, 'capture-not-found', [], 1]);
  capture.aim(OFF);
  expect(capture.error).toBeNull();
  capture.aim(ON);
  await capture.settled();
  expect([capture.live, live()]).toEqual([true, ['video']]);
});

test('a refusal is told, and the person is not asked again by itself', async () => {
  failure = 'NotAllowedError';
  capture.aim(ON);
  capture.aim(ON);
  await capture.settled();
  expect([capture.live, capture.error, asked.length]).toEqual([false, 'capture-refused', 1]);
});

test('a screen that is still opening when it is no longer wanted counts as live, and is stopped when it is there', async () => {
  const release = gate();
  capture.aim(ON);
  expect(capture.live).toBe(false);
  capture.aim(OFF);
  expect(capture.live).toBe(true);
  release();
  await capture.settled();
  expect([capture.live, live(), opened.length]).toEqual([false, [], 1]);
});

test('stopped and begun anew while it was opening, what came first is stopped', async () => {
  const release = gate();
  capture.aim(ON);
  capture.aim(OFF);
  capture.aim({ on: true, sound: true });
  release();
  await capture.settled();
  expect([capture.live, asked, opened.map(({ readyState }) => readyState)]).toEqual([
    true,
    [false, true],
    ['ended', 'live', 'live'],
  ]);
});

/** A browser's answer to the wish for a screen, with the wishes that it heard. */
function devices(...tracks: readonly FakeTrack[]) {
  const wishes: DisplayMediaStreamOptions[] = [];
  const kind = (wanted: string) => () => tracks.filter((track) => track.kind === wanted);
  return {
    wishes,
    async getDisplayMedia(wish: DisplayMediaStreamOptions = {}) {
      wishes.push(wish);
      return { getTracks: () => tracks, getVideoTracks: kind('video'), getAudioTracks: kind('audio') } as never;
    },
  };
}

test('a screen is asked for with its cursor and unscaled, and made for sharp letters', async () => {
  const some = devices(new FakeTrack('video', null));
  const { video, audio } = await openScreen(some, false);
  expect(some.wishes).toEqual([{ video: { frameRate: { ideal: 15, max: 30 }, cursor: 'always' }, audio: false }]);
  expect([video.contentHint, audio]).toEqual(['detail', null]);
});

test('sound is taken as it is, and more tracks than are wanted are stopped', async () => {
  const tracks = [new FakeTrack('video', null), new FakeTrack('audio', null), new FakeTrack('audio', null)];
  const { audio } = await openScreen(devices(...tracks), true);
  expect(audio?.contentHint).toBe('music');
  expect(tracks.map(({ readyState }) => readyState)).toEqual(['live', 'live', 'ended']);
});

test('sound without a picture is no screen', async () => {
  const sound = new FakeTrack('audio', null);
  await expect(openScreen(devices(sound), true)).rejects.toMatchObject({ name: 'NotReadableError' });
  expect(sound.readyState).toBe('ended');
});
