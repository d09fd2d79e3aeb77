import { fold } from '#meeting/room/evolve.ts';
import { isRemoval as isRemovalReason } from '#meeting/room/exits.ts';
import type { ParticipantId, PrincipalId, Rev } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

import type { Step } from './steps.ts';

/** How many of the newest events are kept at hand for those who resume; who is further behind gets a snapshot. */
const KEPT_EVENTS = 512;

/** Characters of what was said that whoever resumes is sent at once; of more they get a snapshot, and ask for the chat. */
const MOST_SAID = 262_144;

/** A room as its log tells it, and the few facts about its past that rules about credentials need. */
export class Chronicle {
  #room: Room | null = null;
  #recent: RoomEvent[] = [];
  readonly #principals = new Map<ParticipantId, PrincipalId>();
  readonly #removedAt = new Map<PrincipalId, Rev>();
  readonly #takenOverAt = new Map<ParticipantId, Rev>();
  readonly #lost = new Set<ParticipantId>();

  get room(): Room | null {
    return this.#room;
  }

  get rev(): Rev {
    return this.#room?.rev ?? 0;
  }

  /** Whoever is present with a lost connection. */
  get lost(): ReadonlySet<ParticipantId> {
    return this.#lost;
  }

  /** Takes in events that nobody needs to be told of any more. */
  load(events: readonly RoomEvent[]): void {
    const { rev } = this;
    this.#take(fold(this.#room, events), events, rev);
  }

  /** Takes in what was committed: the events that led to `room`. */
  advance(room: Room | null, steps: readonly Step[]): void {
    const { rev } = this;
    const events = steps.map(({ event }) => event);
    this.#take(room, events, rev);
  }

  /** The events after `rev`, or null where they are not at hand, too much to tell at once, or `rev` is of no past that this room had. */
  since(rev: Rev): readonly RoomEvent[] | null {
    const missing = this.rev - rev;
    if (missing < 0 || missing > this.#recent.length) return null;
    const missed = missing === 0 ? [] : this.#recent.slice(-missing);
    return saidIn(missed) > MOST_SAID ? null : missed;
  }

  /** Whether somebody put the principal out after `rev`: what was issued until then is dead (invariant 5). */
  removedSince(principal: PrincipalId, rev: Rev): boolean {
    return (this.#removedAt.get(principal) ?? 0) > rev;
  }

  /** Whether another device took the participant's place over after `rev`. */
  takenOverSince(participant: ParticipantId, rev: Rev): boolean {
    return (this.#takenOverAt.get(participant) ?? 0) > rev;
  }

  #take(room: Room | null, events: readonly RoomEvent[], before: Rev): void {
    this.#room = room;
    for (const event of events) this.#recent.push(event);
    if (this.#recent.length > 2 * KEPT_EVENTS) this.#recent = this.#recent.slice(-KEPT_EVENTS);
    for (const [index, event] of events.entries()) this.#note(event, before + 1 + index);
  }

  #note(event: RoomEvent, rev: Rev): void {
    if (event.type === 'participant-joined') {
      this.#principals.set(event.participant.id, event.participant.principal);
    } else if (event.type === 'participant-left') {
      const principal = this.#principals.get(event.participant);
      if (principal && isRemoval(event)) this.#removedAt.set(principal, rev);
      this.#principals.delete(event.participant);
      this.#takenOverAt.delete(event.participant);
      this.#lost.delete(event.participant);
    } else if (event.type === 'participant-taken-over') {
      this.#takenOverAt.set(event.participant, rev);
      this.#lost.delete(event.participant);
    } else if (event.type === 'principal-barred') {
      this.#removedAt.set(event.principal, rev);
    } else if (event.type === 'connection-lost') {
      this.#lost.add(event.participant);
    } else if (event.type === 'connection-resumed') {
      this.#lost.delete(event.participant);
    } else if (event.type === 'room-ended') {
      this.#principals.clear();
      this.#takenOverAt.clear();
      this.#lost.clear();
    }
  }
}

const saidIn = (events: readonly RoomEvent[]): number =>
  events.reduce((sum, event) => sum + (event.type === 'chat-said' ? (event.sealed?.length ?? 0) : 0), 0);

/** Whether the event puts somebody out by somebody's, or the API's, decision. */
export function isRemoval(event: RoomEvent): boolean {
  return event.type === 'participant-left' && isRemovalReason(event.reason);
}
