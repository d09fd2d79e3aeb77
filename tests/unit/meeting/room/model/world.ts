import * as v from 'valibot';

import { decide } from '#meeting/room/decide.ts';
import { evolve, fold } from '#meeting/room/evolve.ts';
import type { Decision, Order, ServerOrder, ServerOrderOf } from '#meeting/room/order.ts';
import type { CommandId, Incarnation, Millis, ParticipantId, PrincipalId } from '#protocol/ids.ts';
import { Room } from '#protocol/room.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import { RoomEvent } from '#protocol/wire/event.ts';
import { OFF, ON, ROOM, T0 } from '../stage.ts';
import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { type Action, DURATION_MS, GRACE_MS, NO_HOST_MS, PEOPLE, TABLES } from './actions.ts';
import { must } from './law.ts';
import { checkDecision, checkEvent, checkRoom } from './laws.ts';
import { Ledger } from './ledger.ts';
import { recordingOf } from './recordingLaws.ts';
import { checkLimit } from './roleLaws.ts';

const EVERYBODY = Array.from({ length: PEOPLE }, (_, who) => `principal-${who}` as PrincipalId);
const STRANGERS = ['participant-nobody', '__proto__', 'constructor'].map((id) => id as ParticipantId);

/** How often each event and each refusal came up, to show that the laws were put to the test at all. */
export type Tally = Map<string, number>;

/** Lets a sequence happen to a room, and throws the law that it breaks. */
export function play(actions: readonly Action[], tally: Tally): void {
  const world = new World(tally);
  for (const action of actions) world.act(action);
  world.close();
}

class World {
  #room: Room | null = null;
  readonly #log: RoomEvent[] = [];
  readonly #book = new Ledger();
  readonly #tally: Tally;
  #at: Millis = T0;
  #made = 0;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  act(action: Action): void {
    this.#at += action.afterMs;
    const order = this.#orderOf(action);
    const decision = decide(this.#room, order);
    this.#count(decision);
    checkDecision(this.#book, order, decision);
    if (decision.ok) for (const event of decision.events) this.#happen(event);
    if (decision.ok && decision.events.length > 0) checkLimit(this.#book, order);
    if (this.#room) checkRoom(this.#book, this.#room, EVERYBODY);
  }

  /** What a log must be worth at the end: the room, for whoever reads it back. */
  close(): void {
    must('folds', same(fold(null, this.#log), this.#room), 'the log folds to another room');
    const half = Math.floor(this.#log.length / 2);
    const resumed = fold(fold(null, this.#log.slice(0, half)), this.#log.slice(half));
    must('folds', same(resumed, this.#room), 'the log in two parts folds to another room');
    const read = throughJson(this.#log).map((event) => v.parse(RoomEvent, event));
    must('folds', same(fold(null, read), this.#room), 'the log that was read back folds to another room');
    if (this.#room)
      must('folds', same(v.parse(Room, throughJson(this.#room)), this.#room), 'the room does not survive');
  }

  #happen(event: RoomEvent): void {
    const before = this.#room;
    checkEvent(this.#book, before, event, this.#at);
    try {
      this.#room = frozen(evolve(before, event));
    } catch (error) {
      must('follows', false, String(error));
    }
    this.#log.push(event);
    this.#book.write(event);
    recordingOf(this.#book).write(event);
    must('follows', this.#room?.rev === this.#log.length, 'rev does not count the events');
  }

  #count(decision: Decision): void {
    const seen = decision.ok ? decision.events.map(({ type }) => type) : [`refused ${decision.error.code}`];
    for (const what of seen) this.#tally.set(what, (this.#tally.get(what) ?? 0) + 1);
  }

  #someone(whom: number): ParticipantId {
    const all = [...this.#book.members.keys(), ...STRANGERS, ...this.#book.everPresent];
    return all[whom % all.length] as ParticipantId;
  }

  #orderOf(action: Action): Order {
    switch (action.do) {
      case 'create':
        return this.#server({ type: 'create', room: ROOM, host: principal(action.who), inviteHash: 'hash' });
      case 'join':
        return this.#server(this.#join(action.who, { capacity: action.capacity }));
      case 'knock': {
        const { appeals, waitedMs } = action;
        const waited = waitedMs === null ? {} : { waitingSince: Math.max(0, this.#at - waitedMs) };
        return this.#server(this.#join(action.who, { ...(appeals && { appeal: 'Sorry' }), ...waited }));
      }
      case 'set-lobby':
        return this.#person(action.who, { type: 'set-lobby', on: action.on });
      case 'admit':
        return this.#person(action.who, {
          type: 'admit',
          principal: action.whom === null ? 'all' : principal(action.whom),
        });
      case 'refuse-entry': {
        const { who, whom, bar } = action;
        return this.#person(who, { type: 'refuse-entry', principal: principal(whom), reason: 'Why', bar });
      }
      case 'send-to-lobby':
        return this.#person(action.who, {
          type: 'send-to-lobby',
          participant: this.#someone(action.whom),
          reason: 'Why',
        });
      case 'withdraw': {
        const cause = action.lost ? 'lost' : 'cancelled';
        return this.#server({ type: 'withdraw-knock', principal: principal(action.who), cause });
      }
      case 'set-lobby-by-api':
        return this.#server({ type: action.do, on: action.on });
      case 'admit-by-api':
        return this.#server({ type: action.do, principal: principal(action.who) });
      case 'refuse-entry-by-api':
        return this.#server({ type: action.do, principal: principal(action.who), note: '', bar: action.bar });
      case 'leave':
        return this.#person(action.who, {
          type: 'leave',
          ...(action.heir === null ? {} : { handOverTo: this.#someone(action.heir) }),
          ...(action.byApp && { policy: 'alone' as const }),
          ...(action.switching && { switching: true as const }),
        });
      case 'end':
        return this.#person(action.who, { type: 'end-room', reason: 'Why', lock: action.lock });
      case 'schedule-end':
        return this.#person(action.who, { type: action.do, reason: 'Soon', lock: action.lock, inMs: action.inMs });
      case 'cancel-end':
        return this.#person(action.who, { type: action.do });
      case 'end-as-scheduled':
        return this.#server({ type: action.do });
      case 'remove': {
        const { who, whom, bar } = action;
        return this.#person(who, { type: 'remove', participant: this.#someone(whom), reason: 'Why', bar });
      }
      case 'lock':
      case 'unlock':
        return this.#person(action.who, { type: action.do });
      case 'media':
        return this.#person(action.who, {
          type: 'set-media-state',
          media: { ...OFF, microphone: action.microphone, screen: action.screen },
        });
      case 'change-role': {
        const { who, whom, role } = action;
        return this.#person(who, { type: 'change-role', participant: this.#someone(whom), role });
      }
      case 'rename':
        return this.#person(action.who, { type: 'rename', name: action.name });
      case 'mute': {
        const participant = action.whom === null ? ('all' as const) : this.#someone(action.whom);
        const media = action.camera ? (['camera', 'microphone'] as const) : (['microphone'] as const);
        return this.#person(action.who, { type: 'mute', participant, media: [...media] });
      }
      case 'ask': {
        const participant = this.#someone(action.whom);
        return this.#person(action.who, { type: 'ask-to-unmute', participant, media: ['microphone'] });
      }
      case 'decline':
        return this.#person(action.who, { type: 'decline-unmute' });
      case 'ask-to-share':
      case 'withdraw-share-ask':
        return this.#person(action.who, { type: action.do });
      case 'answer-share':
        return this.#person(action.who, { type: 'answer-share', accept: action.accept });
      case 'hand':
        return this.#person(action.who, { type: 'raise-hand', raised: action.raised });
      case 'react':
        return this.#person(action.who, { type: 'react', reaction: 'heart' });
      case 'lower-hand': {
        const participant = action.whom === null ? ('all' as const) : this.#someone(action.whom);
        return this.#person(action.who, { type: 'lower-hand', participant });
      }
      case 'spotlight': {
        const participant = action.whom === null ? null : this.#someone(action.whom);
        return this.#person(action.who, { type: 'spotlight', participant });
      }
      case 'record':
        return this.#person(action.who, { type: 'set-recording', on: action.on });
      case 'chat':
        return this.#person(action.who, { type: 'chat', sealed: 'x'.repeat(action.length) });
      case 'unbar':
        return this.#person(action.who, { type: 'unbar', principal: principal(action.principal) });
      case 'unbar-by-api':
        return this.#server({ type: 'unbar-by-api', principal: principal(action.principal) });
      case 'lose':
        return this.#server({ type: 'lose-connection', participant: this.#someone(action.whom) });
      case 'resume': {
        const participant = this.#someone(action.whom);
        const honest = this.#book.members.get(participant) ?? principal(1);
        return this.#server({ type: 'resume', participant, principal: action.honest ? honest : principal(0) });
      }
      case 'expire':
        return this.#server({ type: 'expire-lost', graceMs: GRACE_MS });
      case 'close-empty':
        return this.#server({ type: 'close-empty' });
      case 'close':
        return this.#server({ type: 'close', policy: 'shutdown', note: 'Policy' });
      case 'enforce':
        return this.#server({ type: 'enforce', policies: { durationMs: DURATION_MS, noHostMs: NO_HOST_MS, since: 0 } });
      case 'end-by-api':
        return this.#server({ type: 'end-by-api', note: 'API', lock: action.lock });
      case 'remove-by-api':
        return this.#server({
          type: 'remove-by-api',
          participant: this.#someone(action.whom),
          note: '',
          bar: action.bar,
        });
      case 'lock-by-api':
      case 'unlock-by-api':
        return this.#server({ type: action.do });
      case 'assign-role': {
        const { role } = action;
        return this.#server({ type: 'assign-role', principal: principal(action.who), role });
      }
      case 'define-roles': {
        const roleTable = TABLES[action.table] ?? DEFAULT_ROLES;
        return this.#server({ type: 'define-roles', roleTable, speakers: action.speakers });
      }
      case 'set-speaker-limit':
        return this.#server({ type: 'set-speaker-limit', limit: action.limit });
    }
  }

  #join(who: number, over: Partial<ServerOrderOf<'join'>>): ServerOrder {
    this.#made += 1;
    return {
      type: 'join',
      principal: principal(who),
      participant: `participant-${this.#made}` as ParticipantId,
      incarnation: `incarnation-${this.#made}` as Incarnation,
      name: `Person ${who}`,
      media: ON,
      capacity: 9,
      places: 2,
      ...over,
    };
  }

  #server(command: ServerOrder): Order {
    return { by: { kind: 'server' }, at: this.#at, command };
  }

  #person(who: number, request: CommandRequest): Order {
    this.#made += 1;
    const command = { ...request, id: `command-${this.#made}` as CommandId };
    return { by: { kind: 'principal', principal: principal(who) }, at: this.#at, command };
  }
}

function principal(who: number): PrincipalId {
  return EVERYBODY[who] as PrincipalId;
}

/** A room that throws when somebody changes it in place. */
function frozen(room: Room): Room {
  for (const participant of Object.values(room.participants)) Object.freeze(participant);
  const { participants, roles, barred, waiting, turnedAway, appealed, known } = room;
  for (const part of [participants, roles, barred, waiting, turnedAway, appealed, known]) if (part) Object.freeze(part);
  return Object.freeze(room);
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Key order counts: who came first is shown first, on every machine. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
