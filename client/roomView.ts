import type { Notice } from '#protocol/ipc/notice.ts';
import type { Incarnation, Millis, ParticipantId, PrincipalId, Rev } from '#protocol/ids.ts';
import type { Participant, Room, ScheduledEnd } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { EventsFrame, Reacted, Welcome } from '#protocol/wire/frame.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import { departures, vanished } from '#meeting/session/notices.ts';

import type { ClientEnvironment } from './contract.ts';
import type { Appearance } from './entry.ts';
import { type Followed, Mirror } from './mirror.ts';
import type { SessionStore } from './sessionStore.ts';

/** Whoever follows what is said, which the mirrored room does not keep. */
export interface ChatFeed {
  /** These events happened to that room. */
  happened(before: Room, events: readonly RoomEvent[]): void;
  /** What happened after that revision is not told: a snapshot took its place. */
  skipped(since: Rev): void;
}

/** The mirrored room as the session shows it, and who is told to have left it. */
export class RoomView {
  readonly #environment: ClientEnvironment;
  readonly #store: SessionStore;
  readonly #chat: ChatFeed;
  /** The participants that I am or was in this stay: none of them is somebody else who left. */
  readonly #mine = new Set<ParticipantId>();
  #mirror: Mirror | null = null;
  #me: Participant | null = null;
  #clockOffset = 0;

  constructor(environment: ClientEnvironment, store: SessionStore, chat: ChatFeed) {
    this.#environment = environment;
    this.#store = store;
    this.#chat = chat;
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

  /** Who I am in this room, whichever stay it is; null before the first welcome. */
  get principal(): PrincipalId | null {
    return this.#me?.principal ?? null;
  }

  /** The time on the server's clock, as well as it is known. */
  now(): Millis {
    return Math.max(0, this.#environment.now() + this.#clockOffset);
  }

  /** Whether I am, or was, that participant in this stay. */
  isMine(participant: ParticipantId): boolean {
    return this.#mine.has(participant);
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
    if (before === null || snapshot === null) return;
    // As somebody new I was told nothing meanwhile; as the same one I was, and only did not hear it.
    if (before.incarnation === incarnation && participantOf(before, me) !== null) this.#chat.skipped(before.rev);
    this.#tellVanished(before);
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
    const isLater = before.incarnation === snapshot.incarnation && before.rev < snapshot.rev;
    if (isLater) this.#chat.skipped(before.rev);
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
      this.#chat.happened(step.before, step.events);
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
