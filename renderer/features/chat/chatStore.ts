import { useSyncExternalStore } from 'react';

import type { ChatMessage } from '#protocol/chat.ts';
import { type ChatNews, MOST_MESSAGES } from '#protocol/ipc/chat.ts';
import type { ParleyBridge } from '#protocol/ipc/contract.ts';

import { useParley } from '../../bridge/parley.ts';
import { share } from '../../bridge/share.ts';

/** The chat as the page has it: all that main sent, put together. */
export interface ChatView extends ChatNews {
  /** What stands in the field; kept while the panel is closed, and gone with the meeting. */
  readonly draft: string;
}

export interface ChatStore {
  readonly get: () => ChatView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly keepDraft: (draft: string) => void;
}

const NOTHING: ChatView = {
  meeting: null,
  messages: [],
  unsent: [],
  unread: 0,
  mentions: 0,
  writing: [],
  gaps: [],
  draft: '',
};

const stores = new WeakMap<ParleyBridge, ChatStore>();

/** The chat of this page: one for as long as it lives, whether or not it is shown. */
export function chatOf(bridge: ParleyBridge): ChatStore {
  const store = stores.get(bridge) ?? createChatStore(bridge);
  stores.set(bridge, store);
  return store;
}

export function useChat(): ChatView & Pick<ChatStore, 'keepDraft'> {
  const { bridge } = useParley();
  const store = chatOf(bridge);
  return { ...useSyncExternalStore(store.subscribe, store.get), keepDraft: store.keepDraft };
}

/** How much is new, for whoever shows no more of the chat than that. */
export function useUnread(): Pick<ChatView, 'unread' | 'mentions'> {
  const { bridge } = useParley();
  const { subscribe, get } = chatOf(bridge);
  const unread = useSyncExternalStore(subscribe, () => get().unread);
  return { unread, mentions: useSyncExternalStore(subscribe, () => get().mentions) };
}

/** What a message is known by: two people may give theirs the same name. */
export const keyOf = ({ principal, message }: Pick<ChatMessage, 'principal' | 'message'>): string =>
  `${principal} ${message}`;

function createChatStore(bridge: ParleyBridge): ChatStore {
  let current = NOTHING;
  const listeners = new Set<() => void>();
  const put = (next: ChatView): void => {
    current = next;
    for (const listener of listeners) listener();
  };
  const take = (news: ChatNews): void => {
    const before = news.meeting === current.meeting ? current : NOTHING;
    const messages = merged(before.messages, news.messages);
    // Each news brings a list of its own: what is made of it stays as it is where that is the same.
    put({ ...news, messages, gaps: share(before.gaps, news.gaps), draft: before.draft });
  };
  bridge.on('chat', take);
  void bridge.request('chat:all', {}).then((answer) => {
    // What was pushed meanwhile is in it too, and newer where the two differ.
    if (answer.ok)
      put({
        ...(current.meeting === null ? { ...answer.value, draft: '' } : current),
        messages: merged(answer.value.messages, current.messages),
      });
    return null;
  });
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keepDraft: (draft) => put({ ...current, draft }),
  };
}

/** In the order of the room, each once: what was missed may come after what was said later. */
function merged(known: readonly ChatMessage[], news: readonly ChatMessage[]): readonly ChatMessage[] {
  if (news.length === 0) return known;
  const keys = new Set(known.map(keyOf));
  const added = [...known, ...news.filter((message) => !keys.has(keyOf(message)))];
  const isInOrder = added.every(({ rev }, index) => index === 0 || (added[index - 1]?.rev ?? 0) <= rev);
  return (isInOrder ? added : added.sort((one, other) => one.rev - other.rev)).slice(-MOST_MESSAGES);
}
