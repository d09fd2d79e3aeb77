import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { MediaState } from '#protocol/room.ts';

import { idOf, joined, nameOf, NOW, person, roomOf } from '../room.ts';
import { SHARE_SOURCES } from '../shareSources.ts';
import { OFF, ON, snapshotOf } from '../snapshot.ts';
import type { StageState, Step } from '../states.ts';

const SHARING: MediaState = { microphone: true, camera: true, screen: true };

const host = person(0, { role: 'host' });
const others = [person(1), person(2), person(3)];
const nobody = joined([host, ...others]);
const mine = joined([{ ...host, media: SHARING }, ...others]);
const bens = joined([host, person(1, { media: SHARING }), person(2), person(3)]);

const PICK: readonly Step[] = [{ press: 'Share screen' }];
const SCREEN = { kind: 'screen', name: 'Screen 1', sound: true } as const;
const CAPTURE: AppSnapshot['capture'] = { microphone: ON, camera: ON, screen: ON };
const asking = joined([host, person(1, { media: SHARING }), person(2)], {
  room: roomOf([host, person(1, { media: SHARING }), person(2)], {
    shareAsk: {
      participant: idOf(1),
      by: { participant: idOf(0), name: nameOf(0) },
      at: NOW,
      answered: null,
    },
  }),
});

/** Choosing what to share, sharing it, and whose turn it is. */
export const SHARING_STATES = {
  'share-picker': { snapshot: snapshotOf(nobody), steps: PICK },
  'share-picker-windows': { snapshot: snapshotOf(nobody), steps: [...PICK, { press: 'Windows', role: 'tab' }] },
  'share-picker-sound': { snapshot: snapshotOf(nobody), steps: PICK, sources: { ...SHARE_SOURCES, hasSound: true } },
  'share-picker-empty': {
    snapshot: snapshotOf(nobody),
    steps: [...PICK, { press: 'Windows', role: 'tab' }],
    sources: { ...SHARE_SOURCES, sources: SHARE_SOURCES.sources.slice(0, 1) },
  },
  'share-picker-denied': {
    snapshot: snapshotOf(nobody),
    steps: PICK,
    sources: { ...SHARE_SOURCES, sources: [], isDenied: true },
  },
  'share-picker-asking': { snapshot: snapshotOf(bens), steps: PICK },
  sharing: { snapshot: snapshotOf(mine, { share: SCREEN, capture: CAPTURE }) },
  'share-asking': {
    snapshot: snapshotOf(asking, {
      share: { ...SCREEN, asking: { name: nameOf(1), until: NOW + 30_000 } },
      capture: { ...CAPTURE, screen: OFF },
    }),
  },
  'share-asked': {
    snapshot: snapshotOf(mine, {
      share: SCREEN,
      capture: CAPTURE,
      prompt: { id: 'question-1', kind: 'share-asked', by: nameOf(1), until: NOW + 30_000 },
    }),
  },
} as const satisfies Record<string, StageState>;
