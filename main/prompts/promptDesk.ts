import type { Result } from '#protocol/errors.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Prompt, PromptAnswer } from '#protocol/ipc/snapshot.ts';

import { Deferred } from '#client/deferred.ts';

import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type Question = WithoutId<Prompt>;

export interface Answer {
  readonly answer: PromptAnswer;
  /** Don't ask again. */
  readonly remember: boolean;
  /** Who is host after me. */
  readonly handOverTo?: ParticipantId | undefined;
}

const CANCELLED: Answer = { answer: 'cancel', remember: false };

/** The answers that make sense, by kind of question. `cancel` always does. */
const ANSWERS: Readonly<Record<Prompt['kind'], readonly PromptAnswer[]>> = {
  'open-link': ['accept', 'switch-now'],
  'switch-failed': ['accept'],
  'trust-server': ['accept'],
  'bad-link': ['accept'],
  'close-window': ['keep-running', 'leave'],
  quit: ['leave'],
  leave: ['leave'],
  alone: ['stay', 'leave'],
  'unmute-asked': ['accept', 'stay'],
  'share-asked': ['accept', 'stay'],
};

/** Asks the person, one question at a time, in the app's own dialogs. */
export interface PromptDesk {
  /** Settles with the answer; `cancel` if the question is withdrawn. The same question again joins the one that is open. */
  ask(question: Question): Promise<Answer>;
  answer(id: string, answer: Answer): Result<null>;
  /** Takes back open and waiting questions of these kinds: the reason to ask is gone. */
  withdraw(...kinds: readonly Prompt['kind'][]): void;
}

interface Waiting {
  readonly prompt: Prompt;
  readonly answered: Deferred<Answer>;
}

export function createPromptDesk(store: SnapshotStore, nextId: () => string): PromptDesk {
  let queue: readonly Waiting[] = [];

  const show = (): void => store.patch({ prompt: queue[0]?.prompt ?? null });
  const close = (closed: (waiting: Waiting) => boolean, answer: Answer): void => {
    const settled = queue.filter(closed);
    if (settled.length === 0) return;
    queue = queue.filter((waiting) => !closed(waiting));
    show();
    for (const waiting of settled) waiting.answered.resolve(answer);
  };

  return {
    ask(question) {
      const open = queue.find(({ prompt }) => sameQuestion(prompt, question));
      if (open !== undefined) return open.answered.promise;
      const prompt: Prompt = { id: nextId(), ...question };
      const answered = new Deferred<Answer>();
      queue = [...queue, { prompt, answered }];
      show();
      return answered.promise;
    },
    answer(id, answer) {
      const shown = queue[0]?.prompt;
      if (shown?.id !== id) return refused('bad-request', 'no such question is open');
      if (answer.answer !== 'cancel' && !ANSWERS[shown.kind].includes(answer.answer)) {
        return refused('bad-request', 'not an answer to this question');
      }
      close(({ prompt }) => prompt.id === id, answer);
      return done;
    },
    withdraw(...kinds) {
      close(({ prompt }) => kinds.includes(prompt.kind), CANCELLED);
    },
  };
}

function sameQuestion(prompt: Prompt, question: Question): boolean {
  const { id: _id, ...asked } = prompt;
  return JSON.stringify(sorted(asked)) === JSON.stringify(sorted(question));
}

const sorted = (question: object): readonly (readonly [string, unknown])[] =>
  Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1));
