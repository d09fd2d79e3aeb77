import type { Notice } from '#protocol/ipc/notice.ts';
import type { Incarnation, Millis, ParticipantId, Rev } from '#protocol/ids.ts';
import type { Participant, Room, ScheduledEnd } from '#protocol/room.ts';
import type { EventsFrame, Reacted, Welcome } from '#protocol/wire/frame.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import { departures, vanished } from '#meeting/session/notices.ts';

import type { ClientEnvironment } from './contract.ts';
import type { Appearance } from './entry.ts';
import { type Followed, Mirror } from './mirror.ts';
import type { SessionStore } from './sessionStore.ts';

/** The mirrored room as the session shows it, and who is told to have left it. */
export class RoomView {
  readonly #environment: ClientEnvironment;
  readonly #store: SessionStore;
  /** The participants that I am or was in this stay: none of them is somebody else who left. */
  readonly #mine = new Set<ParticipantId>();
  #mirror: Mirror | null = null;
  #me: Participant | null = null;
  #clockOffset = 0;

  constructor(environment: ClientEnvironment, store: SessionStore) {
    this.#environment = environment;
    this.#store = store;
  }

  get rev(): Rev {
    return this.#mirror?.rev ?? 0;
  }

  get incarnation(): Incarnation | null {
    return this.#mirror?.room.incarnation ?? null;
  }

  get locked(): boolean {
    return (this.#mirror?.room.lock ?? null) !== null;
  }

  get scheduledEnd(): ScheduledEnd | null {
    return this.#mirror?.room.scheduledEnd ?? null;
  }

  get awaitsSnapshot(): boolean {
    return this.#mirror?.awaitsSnapshot ?? false;
  }

  /** What I am called and have on, as the others last saw it. */
  get appearance(): Appearance | null {
    return this.#me === null ? null : { name: this.#me.name, media: this.#me.media };
  }

  /** The time on the server's clock, as well as it is known. */
  now(): Millis {
    return Math.max(0, this.#environment.now() + this.#clockOffset);
  }

  has(participant: ParticipantId): boolean {
    return this.#mirror !== null && participantOf(this.#mirror.room, participant) !== null;
  }

  /** In, or back in: with a snapshot, or with what was known before and the missing events to come. */
  welcomed(welcome: Welcome, clockOffset: number): void {
    const { participantId, incarnation, snapshot, iceServers, iceTransportPolicy = 'all', policies } = welcome;
    const before = this.#mirror?.room ?? null;
    if (snapshot !== null) this.#mirror = new Mirror(snapshot);
    const room = this.#mirror?.room;
    if (room === undefined) return;
    this.#clockOffset = clockOffset;
    this.#mine.add(participantId);
    this.#me = participantOf(room, participantId);
    const me = participantId;
    const ice = { iceServers, iceTransportPolicy };
    this.#store.dispatch({ type: 'welcomed', me, incarnation, room, ...ice, clockOffset, policies });
    if (before !== null && snapshot !== null) this.#tellVanished(before);
  }

  /** Takes events in; `gap` asks for a snapshot. */
  follow(frame: EventsFrame): 'gap' | null {
    if (this.#mirror === null) return null;
    return this.#show([this.#mirror.follow(frame)]);
  }

  /** Told at once, and only of somebody who is here: it is about this moment. */
  reacted({ participant, reaction, at }: Reacted): void {
    const person = this.#mirror && participantOf(this.#mirror.room, participant);
    if (!person) return;
    this.#tell([{ type: 'reacted', participantId: participant, name: person.name, reaction, at }]);
  }

  /** Takes in the snapshot that was asked for, and what came meanwhile. */
  replace(snapshot: Room): 'gap' | null {
    if (this.#mirror === null) return null;
    const before = this.#mirror.room;
    const followed = this.#mirror.replace(snapshot);
    this.#publish();
    this.#tellVanished(before, snapshot);
    return this.#show(followed);
  }

  /** The connection is lost: what it still owed does not come. */
  reconnecting(): void {
    this.#mirror?.reconnected();
  }

  #show(followed: readonly Followed[]): 'gap' | null {
    for (const step of followed) {
      if (step.outcome !== 'applied') continue;
      this.#publish();
      const me = this.#me?.id;
      if (me !== undefined) this.#tell(departures(step.before, step.events, me));
    }
    return followed.some(({ outcome }) => outcome === 'gap') ? 'gap' : null;
  }

  /** A room without me is not shown: my last frames, which say why, are on their way. */
  #publish(): void {
    const room = this.#mirror?.room;
    const me = room && this.#me ? participantOf(room, this.#me.id) : null;
    if (room === undefined || me === null) return;
    this.#me = me;
    this.#store.dispatch({ type: 'room-changed', room });
  }

  #tellVanished(before: Room, after: Room | undefined = this.#mirror?.room): void {
    if (after !== undefined) this.#tell(vanished(before, after, this.#mine, this.now()));
  }

  #tell(notices: readonly Notice[]): void {
    for (const notice of notices) this.#store.notices.tell(notice);
  }
}
