import { useTranslation } from 'react-i18next';

import { isHandRaised } from '#meeting/room/hands.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { sayError } from '../../words/say.ts';

/** My own hand: up when the room says so. */
export interface Hand {
  readonly raised: boolean;
  readonly pending: boolean;
  readonly toggle: () => void;
}

export function useHand({ room, me }: SessionIn<'joined' | 'reconnecting'>): Hand {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { send, pending } = useRequest('room:raise-hand');
  const raised = isHandRaised(room, me);
  const toggle = async (): Promise<void> => {
    const answer = await send({ raised: !raised });
    if (!answer.ok) say(sayError(t, answer.error), { urgent: true });
  };
  return { raised, pending, toggle: () => void toggle() };
}
