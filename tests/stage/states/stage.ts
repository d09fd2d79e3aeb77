import type { Participant } from '#protocol/room.ts';

import { idOf, joined, nameOf, NOW, person, roomOf } from '../room.ts';
import { snapshotOf } from '../snapshot.ts';
import type { StageState, Step } from '../states.ts';

const crowd = (count: number): readonly Participant[] =>
  Array.from({ length: count }, (_, index) => {
    if (index === 0) return person(0, { role: 'host' });
    return person(
      index,
      index % 4 === 0 ? { media: { microphone: index % 8 === 0, camera: false, screen: false } } : {},
    );
  });

/** Chosen in the menu of the header, which a switch leaves open. */
const choose = (press: string, role: 'menuitemradio' | 'menuitemcheckbox' = 'menuitemradio'): readonly Step[] => [
  { press: 'View' },
  { press, role },
  ...(role === 'menuitemcheckbox' ? [{ away: 'menu' as const }] : []),
];
const speakerView = choose('Speaker');
const ana = { participant: idOf(0), name: nameOf(0) };

const spotlit = (count: number) =>
  joined(crowd(count), {
    room: roomOf(crowd(count), { spotlight: { participant: idOf(1), by: ana, at: NOW - 60_000 } }),
  });

const [first, , ...later] = crowd(6);
const sharer = person(1, { media: { microphone: true, camera: true, screen: true } });
const sharing = joined(first ? [first, sharer, ...later] : [sharer]);

/** The stage in its modes. */
export const STAGE_STATES = {
  'stage-speaker-2': { snapshot: snapshotOf(joined(crowd(2))), speaking: [idOf(1)], steps: speakerView },
  'stage-speaker-5': { snapshot: snapshotOf(joined(crowd(5))), speaking: [idOf(2)], steps: speakerView },
  'stage-speaker-17': { snapshot: snapshotOf(joined(crowd(17))), speaking: [idOf(3)], steps: speakerView },
  'stage-speaker-50': { snapshot: snapshotOf(joined(crowd(50))), speaking: [idOf(3)], steps: speakerView },
  'stage-view-menu': { snapshot: snapshotOf(joined(crowd(5))), steps: [{ press: 'View' }] },
  'stage-self-corner': {
    snapshot: snapshotOf(joined(crowd(2))),
    speaking: [idOf(1)],
    steps: choose('In a corner'),
  },
  'stage-self-hidden': {
    snapshot: snapshotOf(joined(crowd(5))),
    steps: choose('Hide self view'),
  },
  'stage-quiet-hidden': {
    snapshot: snapshotOf(joined(crowd(17))),
    steps: choose('Hide people without video', 'menuitemcheckbox'),
  },
  'stage-spotlight': { snapshot: snapshotOf(spotlit(5)), speaking: [idOf(2)] },
  'stage-pinned-two': {
    snapshot: snapshotOf(joined(crowd(9))),
    steps: [
      { press: `Options for ${nameOf(2)}` },
      { press: 'Pin for me', role: 'menuitem' },
      // Who is to be seen beside the first one in a small window as well.
      { press: `Options for ${nameOf(1)}` },
      { press: 'Pin for me', role: 'menuitem' },
    ],
  },
  'stage-tile-menu': { snapshot: snapshotOf(joined(crowd(5))), steps: [{ press: `Options for ${nameOf(1)}` }] },
  'stage-self-menu': { snapshot: snapshotOf(joined(crowd(5))), steps: [{ press: `Options for ${nameOf(0)}` }] },
  'stage-shared-screen-actual': {
    snapshot: snapshotOf(sharing),
    speaking: [idOf(1)],
    screens: [idOf(1)],
    steps: [{ press: 'Actual size' }],
  },
  'stage-shared-screen': { snapshot: snapshotOf(sharing), speaking: [idOf(1)], screens: [idOf(1)] },
} as const satisfies Record<string, StageState>;
