import type { Millis } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { commit, refuse } from './decision.ts';
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
  return order.lobby ? commit(created, { type: 'lobby-set', on: true, by: null, at }) : commit(created);
}
