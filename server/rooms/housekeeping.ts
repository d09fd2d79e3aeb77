import type { RoleTerms, ServerOrder } from '#meeting/room/order.ts';
import { deadlineOf } from '#meeting/room/policies.ts';
import { knowsRoles } from '#meeting/room/decideTable.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import type { Millis, ParticipantId } from '#protocol/ids.ts';
import type { Policies } from '#protocol/room.ts';

import type { Attendance } from './attendance.ts';
import type { Chronicle } from './chronicle.ts';
import type { Knocks } from './lobby/knocks.ts';

interface Terms {
  readonly graceMs: number;
  readonly emptyCloseMs: number;
  readonly policies: Policies | null;
  /** What this server's configuration says of roles and speakers. */
  readonly roles: RoleTerms;
  /** When this server began to look after the room: nobody's grace time began before. */
  readonly since: Millis;
  readonly knocks: Knocks;
}

/**
 * What a room needs without being asked: who is connected is set right in the log, who was lost for too long is put
 * out, an empty room is closed, and one whose time is up is ended. Everything is worked out from what is, not from what
 * happened, so that an order which storage did not take is simply found to be needed again.
 */
export class Housekeeping {
  readonly #chronicle: Chronicle;
  readonly #attendance: Attendance;
  readonly #terms: Terms;
  readonly #unsettled = new Set<ParticipantId>();
  #emptySince: Millis | null = null;

  constructor(chronicle: Chronicle, attendance: Attendance, terms: Terms) {
    this.#chronicle = chronicle;
    this.#attendance = attendance;
    this.#terms = terms;
  }

  /** The participant's connection may not be what the log says it is. */
  unsettle(participant: ParticipantId): void {
    this.#unsettled.add(participant);
  }

  /** Somebody is out by a certain time, unless something happens before. */
  get awaitsTime(): boolean {
    return this.#chronicle.lost.size > 0 || this.#deadline() !== Infinity || this.#terms.knocks.nextDue() !== Infinity;
  }

  /** What has to be done at `now`. */
  orders(now: Millis): readonly ServerOrder[] {
    this.#noteEmptiness(now);
    const orders = [...this.#definition(), ...this.#connections(), ...this.#terms.knocks.orders(now)];
    const expiry = this.#expiry(now);
    if (expiry) orders.push(expiry);
    if (this.#emptySince !== null && this.#emptySince + this.#terms.emptyCloseMs <= now) {
      orders.push({ type: 'close-empty' });
    }
    const { policies } = this.#terms;
    // Whoever set the end meant it for this very moment; a policy that is due with it has nothing left to close.
    if (this.#scheduledEnd() <= now) orders.push({ type: 'end-as-scheduled' });
    if (policies !== null && this.#policyDeadline() <= now) orders.push({ type: 'enforce', policies });
    return orders;
  }

  /** When there may be something to do, if nothing happens until then. */
  nextDue(now: Millis): Millis | null {
    if (this.#unsettled.size > 0 || this.definesRoles) return now;
    this.#noteEmptiness(now);
    let due = Math.min(this.#deadline(), this.#terms.knocks.nextDue());
    if (this.#emptySince !== null) due = Math.min(due, this.#emptySince + this.#terms.emptyCloseMs);
    for (const participant of this.#chronicle.lost) due = Math.min(due, this.#graceEnd(participant));
    return due === Infinity ? null : due;
  }

  /** The room does not know yet what this server's configuration says. */
  get definesRoles(): boolean {
    const { room } = this.#chronicle;
    return room !== null && !knowsRoles(room, this.#terms.roles);
  }

  #definition(): readonly ServerOrder[] {
    return this.definesRoles ? [{ type: 'define-roles', ...this.#terms.roles }] : [];
  }

  #connections(): readonly ServerOrder[] {
    const { room } = this.#chronicle;
    const orders: ServerOrder[] = [];
    for (const id of this.#unsettled) {
      const participant = room && participantOf(room, id);
      const session = this.#attendance.of(id);
      const reachable = session !== null && session.connected && !session.silent;
      if (participant && (participant.connection === 'live') !== reachable) {
        const { principal } = participant;
        orders.push(
          reachable ? { type: 'resume', participant: id, principal } : { type: 'lose-connection', participant: id },
        );
      } else {
        this.#unsettled.delete(id);
      }
    }
    return orders;
  }

  #expiry(now: Millis): ServerOrder | null {
    const lost = [...this.#chronicle.lost];
    const spare = lost.filter((participant) => this.#graceEnd(participant) > now);
    return spare.length < lost.length ? { type: 'expire-lost', graceMs: this.#terms.graceMs, spare } : null;
  }

  /** When a lost participant is out: the grace time begins when the connection is given up, not when it fell silent. */
  #graceEnd(id: ParticipantId): Millis {
    const session = this.#attendance.of(id);
    if (session?.connected) return Infinity;
    const lostAt = this.#chronicle.room?.participants[id]?.lostAt ?? 0;
    return Math.max(lostAt, session?.detachedAt ?? 0, this.#terms.since) + this.#terms.graceMs;
  }

  /** When a policy, or somebody's scheduled end, closes the room: by what the log says, so that no restart puts it off. */
  #deadline(): Millis {
    return Math.min(this.#policyDeadline(), this.#scheduledEnd());
  }

  #policyDeadline(): Millis {
    const { room } = this.#chronicle;
    const { policies } = this.#terms;
    const deadline = room === null || policies === null ? null : deadlineOf(room, policies);
    return deadline?.at ?? Infinity;
  }

  #scheduledEnd(): Millis {
    return this.#chronicle.room?.scheduledEnd?.endsAt ?? Infinity;
  }

  #noteEmptiness(now: Millis): void {
    const { room } = this.#chronicle;
    const empty = room?.phase === 'open' && Object.keys(room.participants).length === 0;
    this.#emptySince = empty ? (this.#emptySince ?? now) : null;
  }
}
