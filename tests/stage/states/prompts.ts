import type { Prompt } from '#protocol/ipc/snapshot.ts';

import { joined, nameOf, NOW, person, ROOM } from '../room.ts';
import { snapshotOf } from '../snapshot.ts';
import type { StageState } from '../states.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

const IDLE = { phase: 'idle' } as const;
const MEETING = joined([person(0, { role: 'host' }), person(1), person(2)]);

const asking = (session: typeof IDLE | typeof MEETING, question: WithoutId<Prompt>): StageState => ({
  snapshot: snapshotOf(session, { prompt: { id: 'question-1', ...question } }),
});

const GUESTS = joined([person(0), person(1, { role: 'host' }), person(2)]);

const there = { server: 'meet.example.org', room: 'bqz-hdul-mre' as typeof ROOM };

const place = { server: 'meet.example.org', room: ROOM };

/** Every question that main asks. */
export const PROMPT_STATES = {
  'prompt-open-link': asking(IDLE, { kind: 'open-link', ...place, inMeeting: false, atOnce: false }),
  'prompt-open-link-in-meeting': asking(GUESTS, { kind: 'open-link', ...there, inMeeting: true, atOnce: true }),
  'prompt-open-link-as-host': asking(MEETING, { kind: 'open-link', ...there, inMeeting: true, atOnce: false }),
  'prompt-switch-failed': {
    ...asking(GUESTS, { kind: 'switch-failed', ...there, from: ROOM, error: { code: 'room-locked' } }),
    steps: [{ press: 'Details' }],
  },
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
  'prompt-unmute': asking(MEETING, { kind: 'unmute-asked', by: nameOf(1), media: ['microphone'] }),
  'prompt-unmute-video': asking(MEETING, { kind: 'unmute-asked', by: nameOf(1), media: ['camera'] }),
  'prompt-unmute-both': asking(MEETING, { kind: 'unmute-asked', by: nameOf(4), media: ['microphone', 'camera'] }),
  'prompt-close-window-serving': asking(MEETING, { kind: 'close-window', served: 2 }),
  'prompt-leave': asking(MEETING, { kind: 'leave' }),
  'prompt-quit': asking(MEETING, { kind: 'quit' }),
  'prompt-quit-serving': asking(MEETING, { kind: 'quit', served: 2 }),
  'prompt-quit-serving-others': asking(IDLE, { kind: 'quit', served: 1 }),
} as const satisfies Record<string, StageState>;
