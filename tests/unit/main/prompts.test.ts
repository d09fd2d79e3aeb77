import { describe, expect, test } from 'vitest';

import type { Prompt, PromptAnswer } from '#protocol/ipc/snapshot.ts';
import { createPromptDesk } from '#main/prompts/promptDesk.ts';

import { settled } from './support/fakeClock.ts';
import { testApp } from './support/ground.ts';
import { ROOM } from './support/meeting.ts';

function newDesk() {
  const { parley } = testApp();
  let ids = 0;
  const desk = createPromptDesk(parley.store, () => `id-${(ids += 1)}`);
  const shown = (): Prompt | null => parley.store.current.prompt;
  const answer = (word: PromptAnswer, remember = false) => desk.answer(shown()?.id ?? '', { answer: word, remember });
  return { desk, shown, answer };
}

describe('questions', () => {
  test('are shown one at a time, in order', async () => {
    const { desk, shown, answer } = newDesk();
    const first = desk.ask({ kind: 'bad-link', detail: 'cut off' });
    const second = desk.ask({ kind: 'quit' });
    expect(shown()).toMatchObject({ kind: 'bad-link', detail: 'cut off' });
    expect(answer('accept')).toMatchObject({ ok: true });
    expect(shown()).toMatchObject({ kind: 'quit' });
    expect(answer('leave', true)).toMatchObject({ ok: true });
    expect(shown()).toBeNull();
    expect(await first).toEqual({ answer: 'accept', remember: false });
    expect(await second).toEqual({ answer: 'leave', remember: true });
  });

  test('asked twice are one', async () => {
    const { desk, shown, answer } = newDesk();
    const both = [desk.ask({ kind: 'close-window' }), desk.ask({ kind: 'close-window' })];
    answer('keep-running');
    expect(shown()).toBeNull();
    expect(await Promise.all(both)).toEqual([
      { answer: 'keep-running', remember: false },
      { answer: 'keep-running', remember: false },
    ]);
  });

  test('of the same kind about something else are not the same', () => {
    const { desk, answer, shown } = newDesk();
    void desk.ask({ kind: 'trust-server', server: 'a.example', room: ROOM });
    void desk.ask({ kind: 'trust-server', server: 'b.example', room: ROOM });
    answer('cancel');
    expect(shown()).toMatchObject({ server: 'b.example' });
  });

  test('that are withdrawn are answered with cancel', async () => {
    const { desk, shown } = newDesk();
    const asked = desk.ask({ kind: 'close-window' });
    void desk.ask({ kind: 'quit' });
    desk.withdraw('close-window');
    expect(await asked).toEqual({ answer: 'cancel', remember: false });
    expect(shown()).toMatchObject({ kind: 'quit' });
  });
});

describe('answers', () => {
  test('to a question that is not open are refused', () => {
    const { desk, answer } = newDesk();
    expect(answer('accept')).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    void desk.ask({ kind: 'quit' });
    expect(desk.answer('id-9', { answer: 'leave', remember: false })).toMatchObject({ error: { code: 'bad-request' } });
  });

  test('that belong to another kind of question are refused, and it stays open', async () => {
    const { desk, shown, answer } = newDesk();
    let settledWith: unknown = null;
    void desk.ask({ kind: 'quit' }).then((given) => {
      settledWith = given;
      return null;
    });
    expect(answer('accept')).toMatchObject({ error: { code: 'bad-request' } });
    expect(answer('keep-running')).toMatchObject({ error: { code: 'bad-request' } });
    await settled();
    expect(shown()).toMatchObject({ kind: 'quit' });
    expect(settledWith).toBeNull();
  });
});
