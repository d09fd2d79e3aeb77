import { beforeEach, expect, test } from 'vitest';

import type { BlurOrder, BlurWord } from '#renderer/media/blur/messages.ts';
import { createPicture, type Picture } from '#renderer/media/blur/picture.ts';

import { asTrack, FakeTrack } from './support/tracks.ts';

/** A worker that writes down its orders and says what it is told to. */
class FakeWorker extends EventTarget {
  readonly orders: BlurOrder[] = [];
  isGone = false;

  postMessage(order: BlurOrder): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.isGone = true;
  }

  say(word: BlurWord): void {
    this.dispatchEvent(new MessageEvent('message', { data: word }));
  }
}

let workers: FakeWorker[];
let made: FakeTrack[];
let changes: number;
let faults: Error[];
let picture: Picture;
const camera = asTrack(new FakeTrack('video', 'one'));
const other = asTrack(new FakeTrack('video', 'two'));

beforeEach(() => {
  [workers, made, faults, changes] = [[], [], [], 0];
  picture = createPicture({
    startWorker() {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    takeApart() {
      const track = new FakeTrack('video', 'blurred');
      made.push(track);
      return { readable: new ReadableStream(), writable: new WritableStream(), track: asTrack(track) };
    },
    onChange: () => void (changes += 1),
    onFailed: (fault) => void faults.push(fault),
  });
});

const blurring = (id: number): void => workers.at(-1)?.say({ type: 'blurring', id });

test('without a blur my picture is the camera’s own, and nothing is started', () => {
  picture.follow(camera, false);
  expect(picture.track).toBe(camera);
  expect(workers).toEqual([]);
});

test('what is to be blurred is not seen until it is', () => {
  picture.follow(camera, true);
  expect(picture.track).toBeNull();
  blurring(1);
  expect(picture.track).toBe(made[0]);
  expect(changes).toBe(1);
});

test('another camera finds the model loaded, and the old picture ends', () => {
  picture.follow(camera, true);
  blurring(1);
  picture.follow(other, true);
  expect(workers).toHaveLength(1);
  expect(made[0]?.readyState).toBe('ended');
  blurring(1);
  expect(picture.track).toBeNull();
  blurring(2);
  expect(picture.track).toBe(made[1]);
});

test('with the camera off nothing is left that costs anything', () => {
  picture.follow(camera, true);
  blurring(1);
  picture.follow(null, true);
  expect(picture.track).toBeNull();
  expect(workers[0]?.isGone).toBe(true);
  expect(made[0]?.readyState).toBe('ended');
});

test('switched off, it is the camera’s own at once', () => {
  picture.follow(camera, true);
  picture.follow(camera, false);
  expect(picture.track).toBe(camera);
  expect(workers[0]?.isGone).toBe(true);
});

test('where it can not be blurred there is no picture rather than one that shows everything', () => {
  picture.follow(camera, true);
  workers[0]?.say({ type: 'failed', id: 1, detail: 'no graphics' });
  expect(picture.track).toBeNull();
  expect(faults.map(({ message }) => message)).toEqual(['the background could not be blurred: no graphics']);
  expect(workers[0]?.isGone).toBe(true);
  picture.follow(camera, false);
  expect(picture.track).toBe(camera);
});

test('a worker that does not start is such a failure, and one that was sent away is none', () => {
  picture.follow(camera, true);
  picture.follow(camera, false);
  workers[0]?.dispatchEvent(new Event('error'));
  expect(faults).toEqual([]);
  picture.follow(camera, true);
  workers[1]?.dispatchEvent(new Event('error'));
  expect(faults).toHaveLength(1);
});

test('the same again changes nothing', () => {
  picture.follow(camera, true);
  picture.follow(camera, true);
  expect(workers[0]?.orders).toHaveLength(1);
});
