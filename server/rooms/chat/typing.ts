import { everyone, mayIn } from '#meeting/room/selectors.ts';
import type { SendTyping, Typing } from '#protocol/wire/chat.ts';
import { CHAT } from '#protocol/wire/limits.ts';
import type * as v from 'valibot';

import type { RoomParts } from '../parts.ts';
import type { RoomSession } from '../roomSession.ts';

/** Milliseconds that each notice costs who sends it, and how far ahead they may be: three at once. */
const EVERY_MS = 1_000;
const AHEAD_MS = 2_000;

/**
 * Passes on to all others that somebody writes. In no log and no state; nobody is told where it is not passed on, because
 * nothing is lost by it: where it comes too often, in rooms of many, and of who may not write there.
 */
export function relayTyping(parts: RoomParts, from: RoomSession, { sealed }: v.InferOutput<typeof SendTyping>): void {
  const { room } = parts.chronicle;
  const { participant, principal } = from.record;
  if (!room || !parts.attendance.isCurrent(from) || !mayIn(room, participant, 'chat')) return;
  if (everyone(room).length > CHAT.typingRoom || !mayPass(parts, from)) return;
  const typing: Typing = { type: 'typing', from: participant, principal, sealed };
  const frame = JSON.stringify(typing);
  for (const session of parts.attendance.all()) if (session !== from) session.send(frame);
}

function mayPass({ settings }: RoomParts, session: RoomSession): boolean {
  const now = settings.clock.now();
  const due = Math.max(now, session.typingDue);
  if (due - now > AHEAD_MS) return false;
  session.typingDue = due + EVERY_MS;
  return true;
}
