import { beforeEach, expect, test } from 'vitest';

import { FIRST_LOOK } from '#protocol/ipc/stageLook.ts';
import { arrange } from '#renderer/features/meeting/stage/arrange.ts';
import { type StageItem, stageItems } from '#renderer/features/meeting/stage/items.ts';
import { MOST_PINS, nextView, type StageView, viewAs } from '#renderer/features/meeting/stage/stageView.ts';
import { idOf, ME, person, roomOf } from '#tests/stage/room.ts';

const OFF = { microphone: true, camera: false, screen: false };
const SHARING = { microphone: true, camera: true, screen: true };

let items: readonly StageItem[];
let view: StageView;
let spotlit: string | null;
let speaker: string | null;

beforeEach(() => {
  items = stageItems(roomOf([person(0), person(1), person(2), person(3, { media: OFF })]), ME);
  view = viewAs(FIRST_LOOK);
  spotlit = null;
  speaker = idOf(2);
});

const number = (key: string): string => key.replace(/^participant-0*(?=\d)/, '');
const shown = () => {
  const { big, rest, floating, quiet } = arrange({ items, view, spotlit, speaker });
  const words = (some: readonly StageItem[]): string => some.map(({ key }) => number(key)).join(' ');
  return { big: words(big), rest: words(rest), floating: floating && number(floating.key), quiet };
};

test('in the grid all are alike, I first', () => {
  expect(shown()).toEqual({ big: '', rest: '0 1 2 3', floating: null, quiet: 0 });
});

test('in the speaker view whoever speaks is large, and the others stand beside them', () => {
  view = nextView(view, { do: 'show-mode', mode: 'speaker' });
  expect(shown()).toMatchObject({ big: '2', rest: '0 1 3' });
});

test('whoever is in the spotlight is large in every view, also if it is I', () => {
  spotlit = idOf(1);
  expect(shown()).toMatchObject({ big: '1', rest: '0 2 3' });
  view = nextView(view, { do: 'show-mode', mode: 'speaker' });
  expect(shown()).toMatchObject({ big: '1' });
  spotlit = ME;
  expect(shown()).toMatchObject({ big: '0', rest: '1 2 3' });
});

test('a shared screen goes before the spotlight, and what I pinned before both', () => {
  items = stageItems(roomOf([person(0), person(1, { media: SHARING }), person(2)]), ME);
  spotlit = idOf(2);
  expect(shown()).toMatchObject({ big: '1/screen', rest: '0 1 2' });
  view = nextView(view, { do: 'pin', key: idOf(2) });
  expect(shown()).toMatchObject({ big: '2', rest: '0 1 1/screen' });
});

test('my own screen, and one that others stopped, are not on the stage', () => {
  const stopped = { screen: { by: null, at: 1 } };
  items = stageItems(roomOf([person(0, { media: SHARING }), person(1, { media: SHARING, stopped })]), ME);
  expect(items.map(({ kind }) => kind)).toEqual(['camera', 'camera']);
});

test('my own picture goes into a corner, or away, but never where there is nobody else to see', () => {
  view = nextView(view, { do: 'show-self', selfView: 'floating' });
  expect(shown()).toMatchObject({ rest: '1 2 3', floating: '0' });
  view = nextView(view, { do: 'show-self', selfView: 'hidden' });
  expect(shown()).toMatchObject({ rest: '1 2 3', floating: null });
  items = stageItems(roomOf([person(0)]), ME);
  expect(shown()).toMatchObject({ rest: '0', floating: null });
});

test('people without video can be left out, and are counted; who is large stays', () => {
  view = nextView(view, { do: 'hide-quiet', hides: true });
  expect(shown()).toEqual({ big: '', rest: '0 1 2', floating: null, quiet: 1 });
  spotlit = idOf(3);
  expect(shown()).toEqual({ big: '3', rest: '0 1 2', floating: null, quiet: 0 });
});

test('nobody is large in a crowd of one', () => {
  items = stageItems(roomOf([person(0)]), ME);
  spotlit = ME;
  expect(shown()).toMatchObject({ big: '', rest: '0' });
});

test('several pins are held in the order in which they were set, and let go one by one', () => {
  for (const index of [2, 1]) view = nextView(view, { do: 'pin', key: idOf(index) });
  expect(shown()).toMatchObject({ big: '2 1', rest: '0 3' });
  view = nextView(view, { do: 'pin', key: idOf(2) });
  expect(shown()).toMatchObject({ big: '1' });
});

test('one pin too many lets go of the oldest, and who goes takes their pin along', () => {
  for (let index = 0; index <= MOST_PINS; index += 1) view = nextView(view, { do: 'pin', key: idOf(index) });
  expect(view.pins).toEqual([1, 2, 3, 4].map(idOf));
  view = nextView(view, { do: 'forget', present: new Set([idOf(2), idOf(0)]) });
  expect(view.pins).toEqual([idOf(2)]);
});

test('what is so already changes nothing: the very same view', () => {
  const acts = [
    { do: 'show-mode', mode: 'grid' },
    { do: 'show-self', selfView: 'grid' },
    { do: 'move-self', corner: 'bottom-end' },
    { do: 'hide-quiet', hides: false },
    { do: 'turn-to', page: 0 },
    { do: 'forget', present: new Set<string>() },
  ] as const;
  for (const act of acts) expect(nextView(view, act)).toBe(view);
});

test('another arrangement begins on its first page', () => {
  const turned = nextView(view, { do: 'turn-to', page: 3 });
  for (const act of [
    { do: 'show-mode', mode: 'speaker' },
    { do: 'hide-quiet', hides: true },
    { do: 'pin', key: idOf(1) },
  ] as const) {
    expect(nextView(turned, act).page).toBe(0);
  }
});
