import { decide } from '#meeting/room/decide.ts';
import type { Result } from '#protocol/errors.ts';
import type { Millis, Rev } from '#protocol/ids.ts';
import { REACTION_LIMITS } from '#protocol/reaction.ts';
import type { CommandOf } from '#protocol/wire/command.ts';

import { TokenBucket } from '../transport/limits.ts';
import type { Attendance } from './attendance.ts';
import type { Chronicle } from './chronicle.ts';
import { reactedFrame } from './frames.ts';
import type { RoomSession } from './roomSession.ts';

const { person, room } = REACTION_LIMITS;

/**
 * Shows reactions to whoever is there. They are in no log and no state, so nothing is committed: what is allowed is read
 * from the room as it is now. Each of them goes to everybody, so a room has a limit as well as a person.
 */
export class Reactions {
  readonly #chronicle: Chronicle;
  readonly #attendance: Attendance;
  readonly #paces = new WeakMap<RoomSession, TokenBucket>();
  #pace: TokenBucket | null = null;

  constructor(chronicle: Chronicle, attendance: Attendance) {
    this.#chronicle = chronicle;
    this.#attendance = attendance;
  }

  /** The room's rev, in which nothing changes; or why nobody saw it. */
  react(from: RoomSession, command: CommandOf<'react'>, at: Millis): Result<Rev> {
    const { participant, principal } = from.record;
    if (!this.#attendance.isCurrent(from)) return { ok: false, error: { code: 'not-joined' } };
    const decision = decide(this.#chronicle.room, { by: { kind: 'principal', principal }, at, command });
    if (!decision.ok) return decision;
    if (!this.#paceOf(from, at).take(at)) return tooMany('You sent');
    this.#pace ??= new TokenBucket(room.perSecond, room.burst, at);
    if (!this.#pace.take(at)) return tooMany('The room sent');
    this.#attendance.broadcast(reactedFrame({ type: 'reacted', participant, reaction: command.reaction, at }));
    return { ok: true, value: this.#chronicle.rev };
  }

  #paceOf(session: RoomSession, at: Millis): TokenBucket {
    const known = this.#paces.get(session);
    if (known) return known;
    const pace = new TokenBucket(person.perSecond, person.burst, at);
    this.#paces.set(session, pace);
    return pace;
  }
}

const tooMany = (who: string): Result<never> => ({
  ok: false,
  error: { code: 'rate-limited', detail: `${who} too many reactions just now; the next one in a second.` },
});
