import { expect } from 'vitest';

import { decide } from '#meeting/room/decide.ts';
import { fold } from '#meeting/room/evolve.ts';
import type { Decision, ServerOrder, ServerOrderOf } from '#meeting/room/order.ts';
import { present } from '#meeting/room/selectors.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { CommandId, Incarnation, Millis, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { MediaState, Participant, Room } from '#protocol/room.ts';
import type { Command, CommandRequest } from '#protocol/wire/command.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';

export const ROOM = 'kfr-wmbe-tqa' as RoomId;
export const T0: Millis = 1_790_000_000_000;
export const OFF: MediaState = { microphone: false, camera: false, screen: false };
export const ON: MediaState = { microphone: true, camera: true, screen: false };

export const ana = 'principal-ana' as PrincipalId;
export const ben = 'principal-ben' as PrincipalId;
export const cleo = 'principal-cleo' as PrincipalId;
export const dan = 'principal-dan' as PrincipalId;

const NAMES: Readonly<Record<string, string>> = { [ana]: 'Ana', [ben]: 'Ben', [cleo]: 'Cleo', [dan]: 'Dan' };

export const nobody = 'participant-nobody' as ParticipantId;

/** One room with its log and a clock that goes on by a second with every order. */
export class Stage {
  room: Room | null = null;
  readonly log: RoomEvent[] = [];
  at: Millis = T0;
  #made = 0;

  /** The decision on an order of the server's, with its events carried out. */
  order(command: ServerOrder): Decision {
    return this.#carryOut(decide(this.room, { by: { kind: 'server' }, at: this.tick(), command }));
  }

  /** The decision on somebody's command, with its events carried out. */
  command(by: PrincipalId, request: CommandRequest): Decision {
    const command: Command = { ...request, id: `command-${++this.#made}` as CommandId };
    return this.#carryOut(decide(this.room, { by: { kind: 'principal', principal: by }, at: this.tick(), command }));
  }

  join(principal: PrincipalId, over: Partial<ServerOrderOf<'join'>> = {}): Decision {
    this.#made += 1;
    return this.order({
      type: 'join',
      principal,
      participant: `participant-${this.#made}` as ParticipantId,
      incarnation: `incarnation-${this.#made}` as Incarnation,
      name: NAMES[principal] ?? 'Somebody',
      media: OFF,
      capacity: 10,
      places: 10,
      ...over,
    });
  }

  /** The room, which a test that asks for it has made. */
  get open(): Room {
    if (!this.room) throw new Error('the test made no room');
    return this.room;
  }

  /** The participant that a principal is, which a test that asks for it has let in. */
  who(principal: PrincipalId): Participant {
    const participant = present(this.open, principal);
    if (!participant) throw new Error(`${principal} is not present`);
    return participant;
  }

  tick(ms = 1_000): Millis {
    this.at += ms;
    return this.at;
  }

  #carryOut(decision: Decision): Decision {
    if (!decision.ok) return decision;
    this.log.push(...decision.events);
    this.room = fold(this.room, decision.events);
    return decision;
  }
}

/** A room of Ana's, with these people in it; whoever comes first opens it. */
export function stage(...people: readonly PrincipalId[]): Stage {
  const made = new Stage();
  made.order({ type: 'create', room: ROOM, host: ana, inviteHash: 'hash-of-the-invite' });
  for (const principal of people) made.join(principal);
  return made;
}

/** Ana was there, left, and the empty room was closed. */
export function closedStage(): Stage {
  const made = stage(ana);
  made.command(ana, { type: 'leave' });
  made.order({ type: 'close-empty' });
  return made;
}

/** The types of the events that an order came to, or the code that it was refused with. */
export function outcome(decision: Decision): readonly RoomEvent['type'][] | ErrorCode {
  return decision.ok ? decision.events.map((event) => event.type) : decision.error.code;
}

/** The only event of that type that an order came to. */
export function eventOf<Type extends RoomEvent['type']>(decision: Decision, type: Type): RoomEventOf<Type> {
  const found = decision.ok ? decision.events.filter((event): event is RoomEventOf<Type> => event.type === type) : [];
  expect(found, `events of type ${type}`).toHaveLength(1);
  return found[0] as RoomEventOf<Type>;
}
