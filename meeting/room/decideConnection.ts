import type { Millis } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import { commit, refuse } from './decision.ts';
import { leftByRule } from './leftByRule.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import { everyone, participantOf } from './selectors.ts';

export function decideLoseConnection(room: Room, order: ServerOrderOf<'lose-connection'>, at: Millis): Decision {
  const participant = participantOf(room, order.participant);
  if (!participant) return refuse('not-joined');
  if (participant.connection === 'lost') return commit();
  return commit({ type: 'connection-lost', participant: participant.id, at });
}

/** Neither a lock nor a full room is in the way: a place already held is kept. */
export function decideResume(room: Room, order: ServerOrderOf<'resume'>, at: Millis): Decision {
  const participant = participantOf(room, order.participant);
  if (participant?.principal !== order.principal) return refuse('not-joined');
  if (participant.connection === 'live') return commit();
  return commit({ type: 'connection-resumed', participant: participant.id, at });
}

export function decideExpireLost(room: Room, order: ServerOrderOf<'expire-lost'>, at: Millis): Decision {
  const expired = everyone(room).filter(
    (participant) => isExpired(participant, order.graceMs, at) && !order.spare?.includes(participant.id),
  );
  return commit(...expired.map((participant) => leftByRule(participant, 'WEBSOCKET_DISCONNECTED', at)));
}

/** A clock that jumped back makes the time since the loss negative, which expires nobody early. */
function isExpired({ lostAt }: Participant, graceMs: number, at: Millis): boolean {
  return lostAt !== null && at - lostAt >= graceMs;
}
