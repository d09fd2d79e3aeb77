import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Knock, Room } from '#protocol/room.ts';
import { useNowAgain } from '#renderer/ui/useNow.ts';
import { idOf, joined, nameOf, NOW, person, roomOf } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, type Page } from './support.tsx';

const HOST = person(0, { role: 'host' });
const crowd = (count: number) => [HOST, ...Array.from({ length: count - 1 }, (_, index) => person(index + 1))];
const knock = (index: number): Knock => ({ principal: person(index).principal, name: nameOf(index), at: NOW });

async function openPeople(count: number, but: Partial<Room> = {}): Promise<Page> {
  const people = crowd(count);
  const page = await openApp(snapshotOf(joined(people, { room: roomOf(people, but) })));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  return page;
}

const panel = () => within(screen.getByRole('region', { name: 'People' }));
const namesIn = (group: RegExp): readonly string[] =>
  within(panel().getByRole('region', { name: group }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('p')?.textContent ?? '');
const type = (text: string): boolean =>
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find somebody' }), { target: { value: text } });

const HANDS: Room['hands'] = [2, 1].map((index) => ({ participant: idOf(index), at: NOW }));

describe('the people panel', () => {
  test('has who waits first, then whose hand is up in order, then everybody else, each once', async () => {
    const waiting = { [person(20).principal]: knock(20) };
    await openPeople(4, { hands: HANDS, waiting, lobby: { by: null, at: NOW } });
    expect(
      panel()
        .getAllByRole('heading', { level: 3 })
        .map((heading) => heading.textContent),
    ).toEqual(['Waiting 1', 'Raised hands 2', 'In the meeting 2']);
    expect(namesIn(/Raised hands/)).toEqual([nameOf(2), nameOf(1)]);
    expect(namesIn(/In the meeting/)).toEqual([`${nameOf(0)} (you)`, nameOf(3)]);
    expect(panel().getByRole('img', { name: 'Hand raised, number 2' })).toBeTruthy();
  });

  test('lowers all hands at once, for whoever may', async () => {
    const page = await openPeople(4, { hands: HANDS });
    fireEvent.click(screen.getByRole('button', { name: 'Lower all hands' }));
    await expect.poll(() => page.asked('room:lower-hand')).toEqual([{ participant: 'all' }]);
  });

  test('mutes everyone also where everybody has a hand up', async () => {
    await openPeople(2, { hands: [1, 0].map((index) => ({ participant: idOf(index), at: NOW })) });
    expect(panel().queryByRole('region', { name: /In the meeting/ })).toBeNull();
    expect(panel().getByRole('button', { name: 'Mute everyone' })).toBeTruthy();
  });

  test('finds people in every group, says how many, and shows all again when it is emptied', async () => {
    await openPeople(6, { hands: HANDS });
    type('chloe');
    expect(namesIn(/Raised hands/)).toEqual([nameOf(2)]);
    expect(panel().queryByRole('region', { name: /In the meeting/ })).toBeNull();
    expect(panel().getByText('1 person found')).toBeTruthy();
    type('nobody is called that');
    expect(panel().getByText('0 people found')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(namesIn(/In the meeting/)).toHaveLength(4);
  });

  test('lists a hundred of many hundreds until more are wanted, and finds those who are not listed', async () => {
    await openPeople(250);
    expect(namesIn(/In the meeting/)).toHaveLength(100);
    type(nameOf(249));
    expect(namesIn(/In the meeting/)).toContain(nameOf(249));
    type('');
    fireEvent.click(screen.getByRole('button', { name: 'Show 150 more' }));
    expect(namesIn(/In the meeting/)).toHaveLength(250);
  }, 30_000);
});

function Clock({ at, drawn }: { readonly at: number | null; readonly drawn: () => void }) {
  const now = useNowAgain((time) => (at === null || time >= at ? null : at - time));
  drawn();
  return <p>{now - NOW}</p>;
}

const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

describe('the time that matters', () => {
  beforeEach(() => vi.useFakeTimers({ now: NOW }));
  afterEach(() => vi.useRealTimers());

  test('comes once when it was said to, and never by itself where nothing will change', () => {
    const drawn = vi.fn<() => void>();
    const { rerender } = render(<Clock at={null} drawn={drawn} />);
    expect(vi.getTimerCount()).toBe(0);
    rerender(<Clock at={NOW + 5_000} drawn={drawn} />);
    drawn.mockClear();
    pass(4_999);
    expect(drawn).not.toHaveBeenCalled();
    pass(1);
    expect(screen.getByText('5000')).toBeTruthy();
    pass(600_000);
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is not missed where the machine slept', () => {
    render(<Clock at={NOW + 60_000} drawn={() => undefined} />);
    vi.setSystemTime(NOW + 3_600_000);
    pass(1_000);
    expect(screen.getByText('3601000')).toBeTruthy();
  });
});
