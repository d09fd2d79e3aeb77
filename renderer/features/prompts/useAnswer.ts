import type { Prompt, PromptAnswer } from '#protocol/ipc/snapshot.ts';

import { useRequest } from '../../bridge/useRequest.ts';

export type PromptOf<Kind extends Prompt['kind']> = Extract<Prompt, { readonly kind: Kind }>;

interface Answering {
  readonly answer: (answer: PromptAnswer, remember?: boolean) => void;
  readonly pending: boolean;
}

/** Answers main's question; it goes away when main takes the answer. */
export function useAnswer({ id }: Prompt): Answering {
  const { send, pending } = useRequest('prompt:answer');
  return { answer: (answer, remember = false) => void send({ id, answer, remember }), pending };
}
