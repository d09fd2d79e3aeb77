import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChatMessage } from '#protocol/chat.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useParley } from '../../bridge/parley.ts';
import { chatOf } from './chatStore.ts';

/** Milliseconds in which what is said is called out together. */
const TOGETHER_MS = 700;

/** Characters of a message that are called out; the rest is read in the list. */
const MOST_SAID = 160;

/**
 * Calls out what others say, politely and not one by one where much comes at once. Where the chat is not shown it is shown
 * as a toast too.
 */
export function useChatNews({ room, me }: SessionIn<'joined' | 'reconnecting'>, showsChat: boolean): void {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { bridge } = useParley();
  const mine = participantOf(room, me)?.principal;
  const now = useRef({ showsChat, mine, say, t });
  useEffect(() => {
    now.current = { showsChat, mine, say, t };
  });
  useEffect(() => {
    const store = chatOf(bridge);
    let known = store.get().messages.at(-1)?.rev ?? 0;
    let waiting: readonly ChatMessage[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const { showsChat, say, t } = now.current;
      const [first] = waiting;
      const words =
        waiting.length === 1 && first
          ? t('chat.heard', {
              name: first.by.name,
              text: (first.content?.text ?? t('chat.unreadable')).slice(0, MOST_SAID),
            })
          : t('chat.heardMany', { count: waiting.length });
      waiting = [];
      timer = undefined;
      say(words, { shown: !showsChat });
    };
    const stopListening = store.subscribe(() => {
      const { messages } = store.get();
      const came = messages.filter(({ rev, principal }) => rev > known && principal !== now.current.mine);
      known = messages.at(-1)?.rev ?? 0;
      if (came.length === 0) return;
      waiting = [...waiting, ...came];
      timer ??= setTimeout(tell, TOGETHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stopListening();
    };
  }, [bridge]);
}
