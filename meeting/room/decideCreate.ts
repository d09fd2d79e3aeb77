import type { Millis } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { rolesDefined } from './decideTable.ts';
import { commit, refuse } from './decision.ts';
import { evolve } from './evolve.ts';
import type { Decision, ServerOrderOf } from './order.ts';

export function decideCreate(room: Room | null, order: ServerOrderOf<'create'>, at: Millis): Decision {
  if (room) return refuse('room-exists');
  const created = {
    type: 'room-created',
    room: order.room,
    host: order.host,
    inviteHash: order.inviteHash,
    at,
  } as const;
  const events: RoomEvent[] = [created];
  if (order.lobby) events.push({ type: 'lobby-set', on: true, by: null, at });
  if (order.roles) events.push(...rolesDefined(evolve(null, created), order.roles, at));
  return commit(...events);
}
