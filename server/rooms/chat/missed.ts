import type { Rev } from '#protocol/ids.ts';
import type { ChatMissed } from '#protocol/wire/chat.ts';

import type { RoomParts } from '../parts.ts';
import type { RoomSession } from '../roomSession.ts';

/** Characters of sealed text in one answer, and messages: whoever missed more asks again. */
const MOST_CHARACTERS = 131_072;
const MOST_MESSAGES = 200;

/**
 * What was said after `since`, out of the log, for somebody who got a snapshot instead of the events; nothing from before
 * this session began, because what was said before they came was not said to them. Rejects where storage does.
 */
export async function missedChat(parts: RoomParts, session: RoomSession, since: Rev): Promise<ChatMissed> {
  const after = Math.max(since, session.record.joinedRev);
  const { rev, events } = await parts.storage.log.read(parts.id, after);
  const messages: ChatMissed['messages'] = [];
  let characters = 0;
  for (const [index, event] of events.entries()) {
    if (event.type !== 'chat-said') continue;
    const { type: _type, ...said } = event;
    characters += said.sealed?.length ?? 0;
    const isFull = messages.length === MOST_MESSAGES || characters > MOST_CHARACTERS;
    if (isFull && messages.length > 0) return { type: 'chat-missed', messages, upTo: lastOf(messages), more: true };
    messages.push({ rev: after + 1 + index, ...said });
  }
  return { type: 'chat-missed', messages, upTo: Math.max(rev, after), more: false };
}

const lastOf = (messages: ChatMissed['messages']): Rev => messages.at(-1)?.rev ?? 0;
