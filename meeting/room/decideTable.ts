import type { Millis } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { sameTable } from '../permissions.ts';
import { roleChange } from './decideRole.ts';
import { commit, refuse } from './decision.ts';
import { fold } from './evolve.ts';
import { leftByRule } from './leftByRule.ts';
import type { Decision, RoleTerms, ServerOrderOf } from './order.ts';
import { everyone, tableOf } from './selectors.ts';
import { hasViewers, speaks, tooMany } from './speakers.ts';

/** Whether the room knows what its server's configuration says. */
export function knowsRoles(room: Room, { roleTable, speakers }: RoleTerms): boolean {
  return (room.speakers ?? null) === speakers && sameTable(tableOf(room), roleTable);
}

export function decideDefineRoles(room: Room, order: ServerOrderOf<'define-roles'>, at: Millis): Decision {
  return commit(...rolesDefined(room, order, at));
}

/**
 * What it takes for the room to know the terms; nothing where it does. Roles that are no more stay written down for their
 * principals, who are guests until there is such a role again.
 */
export function rolesDefined(room: Room, terms: RoleTerms, at: Millis): readonly RoomEvent[] {
  if (knowsRoles(room, terms)) return [];
  const { roleTable, speakers } = terms;
  const defined: RoomEvent = { type: 'roles-defined', roleTable, speakers, at };
  const after = fold(room, [defined]);
  const changed = everyone(room).flatMap((participant) => changeBy(room, after, participant, at));
  return withExits(room, [defined, ...changed], at);
}

/** What a new table comes to for somebody present. */
function changeBy(before: Room, after: Room, participant: Participant, at: Millis): readonly RoomEvent[] {
  const role = Object.hasOwn(tableOf(after), participant.role) ? participant.role : 'guest';
  const moves = speaks(before, participant.role) !== speaks(after, role);
  if (role === participant.role && !moves) return [];
  return [roleChange({ participant, role, moves }, null, at)];
}

export function decideSetSpeakerLimit(room: Room, { limit }: ServerOrderOf<'set-speaker-limit'>, at: Millis): Decision {
  if (limit !== null && !hasViewers(room)) {
    return refuse('unknown-role', 'a limit of speakers needs a role "viewer" that sends nothing');
  }
  if ((room.speakerLimit ?? null) === limit) return commit();
  return commit(...withExits(room, [{ type: 'speaker-limit-set', limit, at }], at));
}

/** The events, and after them the exits (1004) of those who are too many by them. */
function withExits(room: Room, events: readonly RoomEvent[], at: Millis): readonly RoomEvent[] {
  const exits = tooMany(fold(room, events)).map((one) => leftByRule(one, 'REMOVE_PEER_MEDIA_RELAY_STOP', at));
  return [...events, ...exits];
}
