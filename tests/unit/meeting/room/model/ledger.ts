import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import type { RoleTable } from '#protocol/roles.ts';
import type { Incarnation, Millis, ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import type { LobbyEvent } from './lobbyLaws.ts';
import { ShareBook } from './shareBook.ts';

/**
 * What the laws are judged by: a second, plainer book of the same events that shares no code with the rules, so that a
 * mistake in a selector or in `evolve` can't excuse itself.
 */
export class Ledger {
  exists = false;
  open = false;
  ended = false;
  locked = false;
  openedAt: Millis | null = null;
  /** Since when nobody who is host is present, in an open room. */
  hostlessSince: Millis | null = null;
  /** The end that is to come, as it was ordered. */
  scheduledEnd: RoomEventOf<'end-scheduled'>['end'] | null = null;
  readonly incarnations = new Set<Incarnation>();
  /** Who is present, by participant. */
  readonly members = new Map<ParticipantId, PrincipalId>();
  /** Everybody who ever was. */
  readonly everPresent = new Set<ParticipantId>();
  readonly lostAt = new Map<ParticipantId, Millis>();
  /** What roles may do, as the server said last. */
  table: RoleTable = DEFAULT_ROLES;
  speakers: number | null = null;
  limit: number | null = null;
  /** What hangs on principals, whether or not there is such a role. */
  readonly given = new Map<PrincipalId, string>();
  /** What those present are. */
  readonly roles = new Map<ParticipantId, string>();
  readonly barred = new Set<PrincipalId>();
  /** Who has been asked to unmute and has not answered, and by whom. */
  readonly asked = new Map<ParticipantId, ParticipantId>();
  readonly share = new ShareBook();
  /** Whose hands are up, the first one first. */
  readonly hands = new Set<ParticipantId>();
  /** Who is shown large to everybody. */
  spotlit: ParticipantId | null = null;
  /** Whose microphone somebody else switched off, and who has not said since that it is on. */
  readonly silenced = new Set<ParticipantId>();
  /** Every message, whoever said it. */
  readonly said: { readonly by: ParticipantId; readonly at: Millis }[] = [];
  lobby = false;
  /** Who waits; true: they are barred and ask to come back. */
  readonly waiting = new Map<PrincipalId, boolean>();
  /** Who of the barred has had their say. */
  readonly appealed = new Set<PrincipalId>();
  /** Who was let in in this incarnation, and not put out since. */
  readonly letIn = new Set<PrincipalId>();

  participantOf(principal: PrincipalId): ParticipantId | null {
    for (const [participant, of] of this.members) if (of === principal) return participant;
    return null;
  }

  /** What a principal is, present or not. */
  roleOf(principal: PrincipalId): string {
    const participant = this.participantOf(principal);
    return participant === null ? this.standingOf(principal) : (this.roles.get(participant) ?? '');
  }

  /** What hangs on a principal. */
  standingOf(principal: PrincipalId): string {
    const role = this.given.get(principal) ?? 'guest';
    return role in this.table ? role : 'guest';
  }

  isHost(principal: PrincipalId): boolean {
    return this.roleOf(principal) === 'host';
  }

  held(role: string): readonly string[] {
    return this.table[role]?.permissions ?? [];
  }

  /** Sends something, or could. */
  speaks(role: string): boolean {
    return this.held(role).some((each) => each.startsWith('publish') || each === 'shareScreen');
  }

  /** How many could send something, and how many of them are no hosts. */
  get speaking(): { readonly all: number; readonly others: number } {
    const all = [...this.roles.values()].filter((role) => this.speaks(role));
    return { all: all.length, others: all.filter((role) => role !== 'host').length };
  }

  get most(): number {
    if (!('viewer' in this.table) || this.speaks('viewer')) return Infinity;
    return this.limit ?? this.speakers ?? Infinity;
  }

  write(event: RoomEvent): void {
    this.#writeEvent(event);
    const holds = (id: ParticipantId, right: string): boolean => this.held(this.roles.get(id) ?? '').includes(right);
    for (const asked of this.asked.keys()) if (!holds(asked, 'publishAudio')) this.asked.delete(asked);
    this.share.write(event, (id) => holds(id, 'shareScreen'));
    const hosted = [...this.roles.values()].includes('host');
    if (!this.open || hosted) this.hostlessSince = null;
    else this.hostlessSince ??= event.type === 'room-ended' ? event.ending.at : event.at;
  }

  #writeEvent(event: RoomEvent): void {
    switch (event.type) {
      case 'room-created':
        this.exists = true;
        this.given.set(event.host, 'host');
        break;
      case 'room-opened':
        this.open = true;
        this.openedAt = event.at;
        this.ended = false;
        this.incarnations.add(event.incarnation);
        break;
      case 'participant-joined':
        this.members.set(event.participant.id, event.participant.principal);
        this.everPresent.add(event.participant.id);
        this.roles.set(event.participant.id, event.participant.role);
        this.letIn.add(event.participant.principal);
        this.waiting.delete(event.participant.principal);
        break;
      case 'participant-left':
        this.#writeLeft(event);
        break;
      case 'participant-taken-over':
        this.silenced.delete(event.participant);
        this.lostAt.delete(event.participant);
        this.#heard(event.participant, event.media.microphone);
        break;
      case 'connection-resumed':
        this.lostAt.delete(event.participant);
        break;
      case 'connection-lost':
        this.lostAt.set(event.participant, event.at);
        break;
      case 'role-changed':
        this.#writeRole(event);
        break;
      case 'roles-defined':
        this.table = event.roleTable;
        this.speakers = event.speakers;
        break;
      case 'speaker-limit-set':
        this.limit = event.limit;
        break;
      case 'room-locked':
        this.locked = true;
        this.#dismiss(() => true);
        break;
      case 'room-unlocked':
        this.locked = false;
        break;
      case 'end-scheduled':
        this.scheduledEnd = event.end;
        break;
      case 'end-cancelled':
        this.scheduledEnd = null;
        break;
      case 'room-ended':
        this.ended = true;
        this.locked ||= event.ending.locked;
        this.#dismiss(() => true);
        this.#empty();
        break;
      case 'room-closed':
        this.#empty();
        break;
      case 'media-state-changed':
        this.#heard(event.participant, event.media.microphone);
        break;
      case 'media-stopped':
        if (event.media.includes('microphone')) this.silenced.add(event.participant);
        break;
      case 'unmute-asked':
        this.asked.set(event.participant, event.by.participant);
        break;
      case 'unmute-declined':
        this.asked.delete(event.participant);
        break;
      case 'hand-raised':
        this.hands.add(event.participant);
        break;
      case 'hand-lowered':
        this.hands.delete(event.participant);
        break;
      case 'spotlight-set':
        this.spotlit = event.participant;
        break;
      case 'chat-said':
        this.said.push({ by: event.by.participant, at: event.at });
        break;
      case 'share-asked':
      case 'share-ask-withdrawn':
      case 'share-answered':
      case 'participant-renamed':
      case 'unseen':
      case 'recording-set':
        break;
      case 'lobby-set':
      case 'knocked':
      case 'knock-withdrawn':
      case 'knock-answered':
      case 'principal-barred':
      case 'principal-unbarred':
        this.#writeLobby(event);
        break;
    }
  }

  #writeLobby(event: LobbyEvent): void {
    switch (event.type) {
      case 'lobby-set':
        this.lobby = event.on;
        if (!event.on) this.#dismiss((appeals) => !appeals);
        break;
      case 'knocked':
        this.waiting.set(event.principal, event.appeal !== undefined);
        if (event.appeal !== undefined) this.appealed.add(event.principal);
        break;
      case 'knock-withdrawn':
        this.waiting.delete(event.principal);
        if (event.cause === 'lost') this.appealed.delete(event.principal);
        break;
      case 'knock-answered':
        this.waiting.delete(event.principal);
        if (event.answer === 'admitted') this.letIn.add(event.principal);
        break;
      case 'principal-barred':
        this.#bar(event.principal);
        break;
      case 'principal-unbarred':
        this.barred.delete(event.principal);
        this.appealed.delete(event.principal);
        this.waiting.delete(event.principal);
        break;
    }
  }

  /** Nobody of those can be let in any more; who asked in vain to come back may ask again. */
  #dismiss(whom: (appeals: boolean) => boolean): void {
    for (const [principal, appeals] of this.waiting) {
      if (!whom(appeals)) continue;
      this.waiting.delete(principal);
      this.appealed.delete(principal);
    }
  }

  #bar(principal: PrincipalId): void {
    this.barred.add(principal);
    this.given.delete(principal);
    this.appealed.delete(principal);
    this.letIn.delete(principal);
  }

  #writeLeft(event: RoomEventOf<'participant-left'>): void {
    const principal = this.members.get(event.participant);
    this.members.delete(event.participant);
    this.hands.delete(event.participant);
    if (this.spotlit === event.participant) this.spotlit = null;
    this.silenced.delete(event.participant);
    for (const [asked, asker] of this.asked) {
      if (asked === event.participant || asker === event.participant) this.asked.delete(asked);
    }
    this.roles.delete(event.participant);
    this.lostAt.delete(event.participant);
    if (this.members.size === 0) this.scheduledEnd = null;
    if (principal === undefined) return;
    if (event.reason.code === 1002 || event.reason.code === 1010) this.letIn.delete(principal);
    if (event.barred) this.#bar(principal);
  }

  #writeRole({ principal, role }: RoomEventOf<'role-changed'>): void {
    this.given.set(principal, role);
    const participant = this.participantOf(principal);
    if (participant !== null) this.roles.set(participant, role);
  }

  #heard(participant: ParticipantId, microphone: boolean): void {
    if (!microphone) return;
    this.silenced.delete(participant);
    this.asked.delete(participant);
  }

  #empty(): void {
    this.asked.clear();
    this.silenced.clear();
    this.hands.clear();
    this.spotlit = null;
    this.open = false;
    this.scheduledEnd = null;
    this.letIn.clear();
    this.members.clear();
    this.roles.clear();
    this.lostAt.clear();
  }
}
