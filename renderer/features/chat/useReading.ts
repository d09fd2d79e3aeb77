import { useEffect, useState } from 'react';

import type { PrincipalId } from '#protocol/ids.ts';

import { useParley } from '../../bridge/parley.ts';
import { type ChatView, keyOf } from './chatStore.ts';
import { useLooked } from './useLooked.ts';

/** The first of what is unread: the last so many of what others said. */
function firstUnread({ messages, unread }: ChatView, me: PrincipalId | undefined): string | null {
  const others = messages.filter(({ principal }) => principal !== me);
  const first = unread === 0 ? undefined : others.at(-unread);
  return first === undefined ? null : keyOf(first);
}

/**
 * What is in sight is read. Answers where what is new begins: as it was when the panel was opened, or when something came
 * that nobody looked at, until I say something myself.
 */
export function useReading(chat: ChatView, me: PrincipalId | undefined, atEnd: boolean): string | null {
  const { bridge } = useParley();
  const inSight = useLooked() && atEnd;
  const [newFrom, setNewFrom] = useState(() => firstUnread(chat, me));
  const last = chat.messages.at(-1);
  const isMine = last !== undefined && last.principal === me;
  if (isMine && newFrom !== null) setNewFrom(null);
  if (!inSight && newFrom === null && !isMine) {
    const first = firstUnread(chat, me);
    if (first !== null) setNewFrom(first);
  }
  useEffect(() => {
    if (inSight && chat.unread > 0) void bridge.request('chat:seen', {});
  }, [bridge, chat.unread, inSight]);
  return newFrom;
}
