import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Participant } from '#protocol/room.ts';
import { remoteMedia } from '#tests/stage/fakeEngine.ts';
import { idOf, joined, ME, nameOf, NOW, person, roomOf } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const HOST = person(0, { role: 'host' });
const crowd = (count: number): readonly Participant[] => [
  HOST,
  ...Array.from({ length: count - 1 }, (_, index) => person(index + 1)),
];

/** The page has no layout here: every element is as large as that. */
let size = { width: 1240, height: 640 };
beforeEach(() => {
  size = { width: 1240, height: 640 };
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => size.width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(() => size.height);
});
afterEach(() => vi.restoreAllMocks());

const stage = () => within(screen.getByRole('region', { name: 'Stage' }));
const tile = (index: number): HTMLElement => stage().getByRole('group', { name: nameOf(index) });
const names = (): readonly (string | null)[] =>
  stage()
    .getAllByRole('group')
    .map((one) => one.getAttribute('aria-label'));
const widthOf = (index: number): number => Number.parseFloat(tile(index).style.width);
const isLarge = (index: number): boolean => widthOf(index) > 600;
const optionsOf = (index: number): HTMLElement => screen.getByRole('button', { name: `Options for ${nameOf(index)}` });
const choose = async (menu: string, role: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox', item: string) => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: menu })));
  const found = await screen.findByRole(role, { name: item });
  await act(async () => void fireEvent.click(found));
};
const key = (element: Element, name: string): Promise<void> =>
  act(async () => void fireEvent.keyDown(element, { key: name }));

/** These speak; whoever goes on as before is the same object. */
function speak(page: Page, count: number, ...speakers: readonly number[]): Promise<void> {
  const before = page.engine.view.remotes;
  const remotes = Array.from({ length: count - 1 }, (_, at) => {
    const [id, speaking] = [idOf(at + 1), speakers.includes(at + 1)];
    return [id, before[id]?.speaking === speaking ? before[id] : remoteMedia({ speaking })];
  });
  return act(async () => page.engine.show({ remotes: Object.fromEntries(remotes) }));
}

const having = (part: string): number =>
  stage()
    .getAllByRole('group')
    .filter((one) => one.querySelector(part)).length;

/** Where Tab comes to. */
const stops = (): readonly (string | null)[] =>
  stage()
    .getAllByRole('button', { name: /^Options for/ })
    .filter(({ tabIndex }) => tabIndex === 0)
    .map((one) => one.getAttribute('aria-label'));
const said = (): string => document.querySelector('[aria-live=polite]')?.textContent ?? '';

test('one who begins to speak draws one tile of fifty anew, and one who comes or goes none, wherever they move', async () => {
  size = { width: 3800, height: 2000 };
  const drawn = new Set<number>();
  const counted = crowd(50).map((one, index) => {
    const { connection } = one;
    // Not enumerable, so that what compares two snapshots does not look at it; others than tiles do not count.
    return Object.defineProperty({ ...one }, 'connection', {
      enumerable: false,
      get() {
        if (new Error('who asks').stack?.match(/\bPerson \(/)) drawn.add(index);
        return connection;
      },
    });
  });
  const page = await openApp(snapshotOf(joined(counted)));
  await speak(page, 50);
  expect(stage().getAllByRole('group')).toHaveLength(50);
  drawn.clear();
  await speak(page, 50, 7);
  expect([...drawn]).toEqual([7]);
  drawn.clear();
  await speak(page, 50, 9);
  expect(drawn).toEqual(new Set([7, 9]));
  drawn.clear();
  await act(async () => page.engine.show({ local: { ...page.engine.view.local, speaking: true, audioLevel: 0.5 } }));
  expect([...drawn]).toEqual([0]);

  const places = (): readonly string[] => counted.slice(0, 48).map((_, index) => tile(index).style.cssText);
  drawn.clear();
  await page.push(snapshotOf(joined([...counted, person(50)])));
  expect(stage().getAllByRole('group')).toHaveLength(51);
  const before = places();
  await page.push(snapshotOf(joined(counted.slice(0, 49))));
  expect(stage().getAllByRole('group')).toHaveLength(49);
  expect(places().every((place, index) => place !== before[index])).toBe(true);
  expect([...drawn]).toEqual([]);
});

test('what lies over the whole of a picture is for twenty at most; who speaks is marked in a crowd too', async () => {
  size = { width: 3800, height: 2000 };
  const page = await openApp(snapshotOf(joined(crowd(20))));
  expect([having('[class*=ring]'), having('[class*=edge]')]).toEqual([20, 0]);
  await page.push(snapshotOf(joined(crowd(21))));
  expect([having('[class*=ring]'), having('[class*=edge]')]).toEqual([0, 21]);
  await speak(page, 21, 3);
  expect(having('[class*=speaking] > [class*=edge]')).toBe(1);
  expect(tile(3).querySelector('[class*=speaking] > [class*=edge]')).toBeTruthy();
});

test('a press on Pin makes a tile large for me alone, and another one lets go of it', async () => {
  const page = await openApp(snapshotOf(joined(crowd(5))));
  await choose(`Options for ${nameOf(2)}`, 'menuitem', 'Pin for me');
  expect([isLarge(2), isLarge(1)]).toEqual([true, false]);
  expect(within(tile(2)).getByRole('img', { name: 'Pinned by you' })).toBeTruthy();
  await choose(`Options for ${nameOf(2)}`, 'menuitem', 'Unpin');
  expect(isLarge(2)).toBe(false);
  expect(page.asked('room:spotlight')).toEqual([]);
});

test('two clicks pin, the context menu opens the same menu, and P pins from the keyboard', async () => {
  await openApp(snapshotOf(joined(crowd(5))));
  await act(async () => void fireEvent.doubleClick(tile(1)));
  expect(isLarge(1)).toBe(true);
  await act(async () => void fireEvent.contextMenu(tile(1)));
  expect(await screen.findByRole('menu', { name: nameOf(1) })).toBeTruthy();
  await key(screen.getByRole('menu', { name: nameOf(1) }), 'Escape');
  await key(optionsOf(1), 'p');
  expect(isLarge(1)).toBe(false);
});

test.each([
  ['moves there from where it was, at the size that it will have', 'usual', true],
  ['is there at once for whoever wants no motion', 'less', false],
] as const)('a tile that goes somewhere else %s', async (_, motion, moves) => {
  const animate = vi.fn<HTMLElement['animate']>();
  vi.spyOn(HTMLElement.prototype, 'animate').mockImplementation(animate);
  const page = await openApp(snapshotOf(joined(crowd(3))));
  const { settings } = snapshotOf({ phase: 'idle' });
  await page.push(snapshotOf(joined(crowd(3)), { settings: { ...settings, reducedMotion: motion === 'less' } }));
  animate.mockClear();
  await act(async () => void fireEvent.doubleClick(tile(1)));
  expect(animate.mock.calls.length > 0).toBe(moves);
  const frames = animate.mock.calls.map(([keyframes]) => keyframes as readonly Keyframe[]);
  for (const [first, last] of frames) {
    expect(String(first?.['transform'])).toMatch(/scale\((?!1, 1\))/);
    expect(String(last?.['transform'])).toContain('scale(1, 1)');
  }
});

test('arrows lead from tile to tile, and Tab comes to one of them', async () => {
  await openApp(snapshotOf(joined(crowd(5))));
  expect(stops()).toEqual([`Options for ${nameOf(0)}`]);
  await act(async () => optionsOf(0).focus());
  await key(optionsOf(0), 'ArrowRight');
  expect(document.activeElement).toBe(optionsOf(1));
  await key(optionsOf(1), 'ArrowDown');
  expect([optionsOf(3), optionsOf(4)]).toContain(document.activeElement);
  expect(stops()).toEqual([document.activeElement?.getAttribute('aria-label')]);
});

test('who may, shows somebody large to everybody, and takes it back; who may not, is not offered it', async () => {
  const page = await openApp(snapshotOf(joined(crowd(3))));
  await choose(`Options for ${nameOf(1)}`, 'menuitem', 'Spotlight for everyone');
  await expect.poll(() => page.asked('room:spotlight')).toEqual([{ participant: idOf(1) }]);
  const by = { participant: ME, name: nameOf(0) };
  const spotlight = { participant: idOf(1), by, at: NOW };
  await page.push(snapshotOf(joined(crowd(3), { room: roomOf(crowd(3), { spotlight }) })));
  expect(isLarge(1)).toBe(true);
  expect(said()).toContain(`${nameOf(1)} is in the spotlight`);
  await choose(`Options for ${nameOf(1)}`, 'menuitem', 'End the spotlight');
  await expect.poll(() => page.asked('room:spotlight').at(-1)).toEqual({ participant: null });

  const guests = [person(0), person(1, { role: 'host' }), person(2)];
  await page.push(snapshotOf(joined(guests)));
  await act(async () => void fireEvent.click(optionsOf(2)));
  expect(await screen.findByRole('menuitem', { name: 'Pin for me' })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: 'Spotlight for everyone' })).toBeNull();
});

test('the one in the spotlight is told, also when it is over', async () => {
  const people = [person(0), person(1, { role: 'host' })];
  const by = { participant: idOf(1), name: nameOf(1) };
  const page = await openApp(snapshotOf(joined(people)));
  const spotlight = { participant: ME, by, at: NOW };
  await page.push(snapshotOf(joined(people, { room: roomOf(people, { spotlight }) })));
  expect(said()).toContain('You are in the spotlight');
  expect(isLarge(0)).toBe(true);
  await page.push(snapshotOf(joined(people)));
  expect(said()).toContain('You are no longer in the spotlight');
});

test('how I look at a meeting is kept for the next one, which begins so', async () => {
  const page = await openApp(snapshotOf(joined(crowd(3))));
  await choose('View', 'menuitemradio', 'In a corner');
  await choose('View', 'menuitemradio', 'Speaker');
  await choose(`Options for ${nameOf(1)}`, 'menuitem', 'Pin for me');
  const look = { mode: 'speaker', selfView: 'floating', corner: 'bottom-end', hidesQuiet: false } as const;
  expect(page.asked('settings:change')).toEqual([{ stageLook: { ...look, mode: 'grid' } }, { stageLook: look }]);

  const { settings } = snapshotOf({ phase: 'idle' });
  const next = { settings: { ...settings, stageLook: { ...look, selfView: 'hidden' as const } } };
  await page.push(snapshotOf({ phase: 'idle' }, next));
  await page.push(snapshotOf(joined(crowd(3)), next));
  expect(names()).toEqual([nameOf(1), nameOf(2)]);
  expect(isLarge(1)).toBe(true);
});

test('the speaker view shows whoever speaks large, and I am not followed', async () => {
  const page = await openApp(snapshotOf(joined(crowd(4))));
  await speak(page, 4, 2);
  await choose('View', 'menuitemradio', 'Speaker');
  expect([isLarge(0), isLarge(1), isLarge(2), isLarge(3)]).toEqual([false, false, true, false]);
});

test('my own picture goes into a corner, which arrow keys change, and away', async () => {
  await openApp(snapshotOf(joined(crowd(3))));
  await choose('View', 'menuitemradio', 'In a corner');
  const grip = screen.getByRole('button', { name: 'Move your picture with the arrow keys' });
  const place = (): string | undefined => grip.parentElement?.style.transform;
  const [first] = [place()];
  await key(grip, 'ArrowLeft');
  expect(place()).toMatch(/^translate\(8px, [1-9]\d/);
  await key(grip, 'ArrowUp');
  expect(place()).toBe('translate(8px, 8px)');
  expect(said()).toContain('Your picture is at the top left');
  await key(grip, 'ArrowRight');
  await key(grip, 'ArrowDown');
  expect(place()).toBe(first);
  await choose('View', 'menuitemradio', 'Hide self view');
  expect(names()).toEqual([nameOf(1), nameOf(2)]);
});

test('my own picture is dragged into the corner that is nearest', async () => {
  await openApp(snapshotOf(joined(crowd(3))));
  await choose('View', 'menuitemradio', 'In a corner');
  const float = screen.getByRole('button', { name: /^Move your picture/ }).parentElement;
  if (!float) throw new Error('nothing to drag');
  float.setPointerCapture = () => undefined;
  fireEvent.pointerDown(float, { button: 0, clientX: 1100, clientY: 600 });
  fireEvent.pointerMove(float, { clientX: 400, clientY: 100 });
  expect(float.style.transform).not.toBe('translate(8px, 8px)');
  fireEvent.pointerUp(float);
  expect(float.style.transform).toBe('translate(8px, 8px)');
});

test('people without video can be left out, and how many they are is said', async () => {
  const without = person(2, { media: { microphone: true, camera: false, screen: false } });
  const people = [HOST, person(1), without, person(3)];
  await openApp(snapshotOf(joined(people)));
  await choose('View', 'menuitemcheckbox', 'Hide people without video');
  expect(names()).toEqual([nameOf(0), nameOf(1), nameOf(3)]);
  expect(screen.getByText('1 person without video')).toBeTruthy();
});

test('only those on the page that is shown are asked for pictures, as large as they are shown', async () => {
  size = { width: 600, height: 330 };
  const page = await openApp(snapshotOf(joined(crowd(17))));
  const watched = (): readonly string[] => [...page.engine.watched.keys()];
  const first = names().slice(1);
  expect(watched().map((id) => nameOf(Number(id.slice(-3))))).toEqual(first);
  expect([...page.engine.watched.values()][0]?.width).toBe(widthOf(1));
  await key(document.body, 'PageDown');
  expect(names()).not.toContain(nameOf(1));
  expect(watched()).not.toContain(idOf(1));
  expect(watched()).toHaveLength(names().length);
  // A list that is focused scrolls by the same keys.
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'People' })));
  await key(await screen.findByRole('region', { name: 'People' }), 'PageUp');
  expect(watched()).not.toContain(idOf(1));
  await key(document.body, 'PageUp');
  expect(watched()).toContain(idOf(1));
  await page.push(snapshotOf({ phase: 'idle' }));
  expect(watched()).toEqual([]);
});

test('a screen that is on the stage is asked for, and another one not', async () => {
  const sharer = person(1, { media: { microphone: true, camera: true, screen: true } });
  const page = await openApp(snapshotOf(joined([HOST, sharer])));
  expect([...(page.engine.watchedScreens ?? [])]).toEqual([idOf(1)]);
  await page.push(snapshotOf(joined([HOST, sharer]), { unseen: true }));
  expect([...(page.engine.watchedScreens ?? ['all'])]).toEqual([]);
});

test('while the window is out of sight nobody is asked for, but who speaks where the small window shows them', async () => {
  const session = joined(crowd(4));
  const page = await openApp(snapshotOf(session));
  await speak(page, 4, 3);
  expect([...page.engine.watched.keys()]).toHaveLength(3);
  await page.push(snapshotOf(session, { unseen: true }));
  expect([...page.engine.watched.keys()]).toEqual([]);
  await page.push(snapshotOf(session, { unseen: true, mini: true }));
  expect([...page.engine.watched.keys()]).toEqual([idOf(3)]);
  await page.push(snapshotOf(session, { unseen: false }));
  expect([...page.engine.watched.keys()]).toHaveLength(3);
});
