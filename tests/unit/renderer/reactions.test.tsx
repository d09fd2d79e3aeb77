import { act, fireEvent, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { NoticeOf } from '#protocol/ipc/notice.ts';
import type { Reaction } from '#protocol/reaction.ts';
import { CornerReactions } from '#renderer/features/reactions/CornerReactions.tsx';
import { createReactionBoard, ReactionContext, SHOWN_MS } from '#renderer/features/reactions/reactionBoard.ts';
import { sayReactions } from '#renderer/features/reactions/sayReactions.ts';
import { TileReactions } from '#renderer/features/reactions/TileReactions.tsx';
import { createWords } from '#renderer/words/words.ts';
import { idOf, joined, nameOf, NOW, person } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const reacted = (index: number, reaction: Reaction): NoticeOf<'reacted'> => ({
  type: 'reacted',
  participantId: idOf(index),
  name: nameOf(index),
  reaction,
  at: NOW,
});
const MEETING = joined([person(0, { role: 'host' }), person(1), person(2)]);
const said = (): string => [...document.querySelectorAll('[aria-live]')].map((live) => live.textContent).join(' ');
const pictures = () =>
  [...document.querySelectorAll('[data-reaction]')].map((one) => one.getAttribute('data-reaction'));

describe('the palette', () => {
  test('sends what is chosen, once, and closes', async () => {
    const page = await openApp(snapshotOf(MEETING));
    fireEvent.click(screen.getByRole('button', { name: 'Reactions' }));
    expect(screen.getAllByRole('button', { name: /^(Applause|Thumbs|Heart|Laugh|Surpr|Celeb|Think)/ })).toHaveLength(8);
    fireEvent.click(screen.getByRole('button', { name: 'Applause' }));
    await expect.poll(() => page.asked('room:react')).toEqual([{ reaction: 'applause' }]);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  test('says plainly that it was too many', async () => {
    const page = await openApp(snapshotOf(MEETING));
    page.bridge.refuse('room:react', 'rate-limited');
    fireEvent.click(screen.getByRole('button', { name: 'Reactions' }));
    fireEvent.click(screen.getByRole('button', { name: 'Heart' }));
    await expect.poll(said).toContain('Wait a second for the next one');
  });
});

describe('on the screen', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());

  test('those of others are said together after a moment, mine are not', async () => {
    const page = await openApp(snapshotOf(MEETING));
    await page.tell(reacted(1, 'applause'), reacted(2, 'applause'), reacted(0, 'heart'));
    expect(said()).not.toContain('Applause');
    await act(() => vi.advanceTimersByTimeAsync(1_600));
    expect(said()).toContain(`${nameOf(1)} and 1 other: Applause`);
    expect(said()).not.toContain('Heart');
  });

  test('stand on the tile of whoever has one, else in the corner by name, and go after a while', () => {
    const gone: (() => void)[] = [];
    const board = createReactionBoard((ms, task) => {
      expect(ms).toBe(SHOWN_MS);
      gone.push(task);
    });
    render(
      <ReactionContext value={board}>
        <div data-testid="tile">
          <TileReactions participant={idOf(1)} />
        </div>
        <div data-testid="corner">
          <CornerReactions />
        </div>
      </ReactionContext>,
    );
    act(() => {
      board.show(reacted(1, 'heart'));
      board.show(reacted(2, 'thinking'));
    });
    expect(screen.getByTestId('tile').querySelector('img')?.dataset['reaction']).toBe('heart');
    expect(screen.getByTestId('corner').textContent).toBe(nameOf(2));
    expect(pictures()).toEqual(['heart', 'thinking']);
    act(() => gone.forEach((task) => task()));
    expect(pictures()).toEqual([]);
  });

  test('of one draw nothing anew on the tile of another', () => {
    const board = createReactionBoard(() => undefined);
    const drawn: string[] = [];
    render(
      <ReactionContext value={board}>
        {[1, 2].map((index) => (
          <Profiler key={index} id={nameOf(index)} onRender={(id) => drawn.push(id)}>
            <TileReactions participant={idOf(index)} />
          </Profiler>
        ))}
      </ReactionContext>,
    );
    drawn.length = 0;
    act(() => board.show(reacted(1, 'heart')));
    act(() => board.show(reacted(1, 'laugh')));
    expect(pictures()).toEqual(['heart', 'laugh']);
    expect(new Set(drawn)).toEqual(new Set([nameOf(1)]));
  });
});

test('one person covers nothing: the oldest of theirs makes room', () => {
  const board = createReactionBoard(() => undefined);
  for (const reaction of ['applause', 'heart', 'laugh', 'thinking'] as const) board.show(reacted(1, reaction));
  board.show(reacted(2, 'surprise'));
  expect(board.get().map(({ reaction }) => reaction)).toEqual(['heart', 'laugh', 'thinking', 'surprise']);
  for (let index = 3; index < 60; index += 1) board.show(reacted(index, 'applause'));
  expect(board.get()).toHaveLength(24);
});

describe('in words', () => {
  const { t } = createWords((key) => {
    throw new Error(`no words for ${key}`);
  });
  const heard = (...list: readonly (readonly [string, Reaction])[]) =>
    sayReactions(
      t,
      list.map(([name, reaction]) => ({ name, reaction })),
    );

  test.each([
    [[['Ada', 'applause']], 'Ada: Applause'],
    [
      [
        ['Ada', 'heart'],
        ['Ada', 'heart'],
      ],
      'Ada: Heart',
    ],
    [
      [
        ['Ada', 'applause'],
        ['Ben', 'applause'],
        ['Cleo', 'applause'],
        ['Dan', 'applause'],
        ['Ben', 'laugh'],
      ],
      'Ada and 3 others: Applause. Ben: Laughing',
    ],
  ] as const)('%j is "%s"', (list, words) => {
    expect(heard(...list)).toBe(words);
  });
});
