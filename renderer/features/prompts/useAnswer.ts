import type { ParticipantId } from '#protocol/ids.ts';
import type { Prompt, PromptAnswer } from '#protocol/ipc/snapshot.ts';

import { useRequest } from '../../bridge/useRequest.ts';

export type PromptOf<Kind extends Prompt['kind']> = Extract<Prompt, { readonly kind: Kind }>;

interface More {
  /** Don't ask again. */
  readonly remember?: boolean;
  /** Who is host in the meeting that is left. */
  readonly handOverTo?: ParticipantId;
}

interface Answering {
  readonly answer: (answer: PromptAnswer, more?: More) => void;
  readonly pending: boolean;
}

/** Answers main's question; it goes away when main takes the answer. */
export function useAnswer({ id }: Prompt): Answering {
  const { send, pending } = useRequest('prompt:answer');
  return { answer: (answer, more) => void send({ id, answer, remember: false, ...more }), pending };
}
