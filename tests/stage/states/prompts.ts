import type { Prompt } from '#protocol/ipc/snapshot.ts';

import { joined, NOW, person, ROOM } from '../room.ts';
import { snapshotOf } from '../snapshot.ts';
import type { StageState } from '../states.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

const IDLE = { phase: 'idle' } as const;
const MEETING = joined([person(0, { role: 'host' }), person(1), person(2)]);

const asking = (session: typeof IDLE | typeof MEETING, question: WithoutId<Prompt>): StageState => ({
  snapshot: snapshotOf(session, { prompt: { id: 'question-1', ...question } }),
});

const place = { server: 'meet.example.org', room: ROOM };

/** Every question that main asks. */
export const PROMPT_STATES = {
  'prompt-open-link': asking(IDLE, { kind: 'open-link', ...place, inMeeting: false }),
  'prompt-open-link-in-meeting': asking(MEETING, { kind: 'open-link', ...place, inMeeting: true }),
  'prompt-trust-server': asking(IDLE, { kind: 'trust-server', ...place }),
  'prompt-bad-link': {
    ...asking(IDLE, {
      kind: 'bad-link',
      detail: 'the secret after # is cut off or changed; copy the whole link again',
    }),
    steps: [{ press: 'Details' }],
  },
  'prompt-close-window': asking(MEETING, { kind: 'close-window' }),
  'prompt-alone': {
    snapshot: snapshotOf(joined([person(0, { role: 'host' })]), {
      prompt: { id: 'question-1', kind: 'alone', until: NOW + 42_000 },
    }),
  },
  'prompt-quit': asking(MEETING, { kind: 'quit' }),
} as const satisfies Record<string, StageState>;
