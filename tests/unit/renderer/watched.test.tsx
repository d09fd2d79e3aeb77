import { act } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';

import type { RecordingView } from '#protocol/ipc/recording.ts';
import { remoteMedia } from '#tests/stage/fakeEngine.ts';
import { idOf, joined, NOW, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

/** The page has no layout here: every element is as large as that. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1240);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  return () => vi.restoreAllMocks();
});

const silent = { microphone: true, camera: false, screen: false };
const speak = (page: Page, ...speakers: readonly number[]): Promise<void> =>
  act(async () =>
    page.engine.show({
      remotes: Object.fromEntries([1, 2].map((at) => [idOf(at), remoteMedia({ speaking: speakers.includes(at) })])),
    }),
  );
const watched = (page: Page): readonly string[] => [...page.engine.watched.keys()];

test('before anybody spoke the small window asks for whom it shows: somebody with a picture', async () => {
  const session = joined([person(0), person(1, { media: silent }), person(2)]);
  const page = await openApp(snapshotOf(session, { unseen: true, mini: true }));
  await speak(page);
  expect(watched(page)).toEqual([idOf(2)]);
});

test('a short word of another has the small window ask for them at once, as it shows them', async () => {
  const page = await openApp(snapshotOf(joined([person(0), person(1), person(2)]), { unseen: true, mini: true }));
  await speak(page, 1);
  await speak(page, 2);
  await speak(page);
  expect(watched(page)).toEqual([idOf(2)]);
});

test('alone in the small window one asks for nobody', async () => {
  const page = await openApp(snapshotOf(joined([person(0)]), { unseen: true, mini: true }));
  expect(watched(page)).toEqual([]);
});

test('a recording goes on to have all that the stage shows while the window is out of sight', async () => {
  const sharer = person(2, { media: { ...silent, screen: true, camera: true } });
  const session = joined([person(0), person(1), sharer]);
  const recording: RecordingView = { id: 'r', state: 'on', file: '/r.webm', since: NOW, problem: null };
  const page = await openApp(snapshotOf(session, { recording }));
  const seen = watched(page);
  expect(seen).toHaveLength(2);
  await page.push(snapshotOf(session, { recording, unseen: true, mini: true }));
  expect([watched(page), [...(page.engine.watchedScreens ?? [])]]).toEqual([seen, [idOf(2)]]);
  await page.push(snapshotOf(session, { recording: { ...recording, state: 'kept' }, unseen: true }));
  expect([watched(page), [...(page.engine.watchedScreens ?? ['all'])]]).toEqual([[], []]);
});
