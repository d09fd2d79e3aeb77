import type { ChatMessage } from '#protocol/chat.ts';
import type { Millis, PrincipalId } from '#protocol/ids.ts';

import { keyOf } from './chatStore.ts';

/** What one person said within one minute, without anybody between. */
export interface ChatGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly principal: PrincipalId;
  readonly name: string;
  readonly at: Millis;
  readonly messages: readonly ChatMessage[];
}

/** What stands in the list, from the oldest to the newest. */
export type ChatEntry =
  | ChatGroup
  | { readonly kind: 'new'; readonly key: string }
  /** I was away until then. */
  | { readonly kind: 'gap'; readonly key: string; readonly at: Millis };

const MINUTE_MS = 60_000;

const minuteOf = (at: Millis): number => Math.floor(at / MINUTE_MS);

/** `newFrom`: the first that I had not seen, by its key. Times are the server's; a minute is the same everywhere. */
export function entriesOf(
  messages: readonly ChatMessage[],
  gaps: readonly Millis[],
  newFrom: string | null,
): readonly ChatEntry[] {
  const entries: ChatEntry[] = [];
  let rest = gaps;
  for (const message of messages) {
    const [gap] = rest;
    if (gap !== undefined && message.at >= gap) {
      entries.push({ kind: 'gap', key: `gap ${gap}`, at: gap });
      rest = rest.slice(1);
    }
    const key = keyOf(message);
    if (key === newFrom) entries.push({ kind: 'new', key: 'new' });
    const last = entries.at(-1);
    if (last?.kind === 'group' && belongs(last, message)) {
      entries[entries.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      const { principal, by, at } = message;
      entries.push({ kind: 'group', key, principal, name: by.name, at, messages: [message] });
    }
  }
  return [...entries, ...rest.map((at): ChatEntry => ({ kind: 'gap', key: `gap ${at}`, at }))];
}

const belongs = ({ principal, name, at }: ChatGroup, message: ChatMessage): boolean =>
  principal === message.principal && name === message.by.name && minuteOf(at) === minuteOf(message.at);
