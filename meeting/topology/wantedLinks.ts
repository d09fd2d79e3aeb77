import type { LinkId, ParticipantId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';

/** A peer link that I should hold right now. */
export interface WantedLink {
  readonly peer: ParticipantId;
  readonly link: LinkId;
  /** I am the one side that offers, for as long as the link lives; the other side only answers. */
  readonly initiator: boolean;
}

/** Names the link between two participants, alike on both sides: their ids in code-point order, joined by `~`. */
export function linkId(one: ParticipantId, other: ParticipantId): LinkId {
  return (one < other ? `${one}~${other}` : `${other}~${one}`) as LinkId;
}

/** Whether `one` came after `other`; ids settle what one millisecond can't. A strict total order over a room. */
function cameAfter(one: Participant, other: Participant): boolean {
  return one.joinedAt === other.joinedAt ? one.id > other.id : one.joinedAt > other.joinedAt;
}

/**
 * The links of a full mesh as seen by `me`, those to the longest present first. Whoever joined later offers: newcomers
 * know everybody who is there, while those present need to be told of them, so nobody waits for an offer that can't
 * come yet. A participant whose connection is lost keeps its link. Empty while `me` is not in the room.
 */
export function wantedLinks(room: Room, me: ParticipantId): readonly WantedLink[] {
  const self = room.participants[me];
  if (!self) return [];
  return Object.values(room.participants)
    .filter((participant) => participant.id !== me)
    .sort((a, b) => (cameAfter(a, b) ? 1 : -1))
    .map((peer) => ({ peer: peer.id, link: linkId(me, peer.id), initiator: cameAfter(self, peer) }));
}
