import type { Role } from '#protocol/roles.ts';
import type { MediaState, Participant, Room, SpeakerLimit } from '#protocol/room.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { isSpeaking, SENDING } from '../permissions.ts';
import { everyone, permissionsIn, roleOf, tableOf } from './selectors.ts';

/** The role of who would be one speaker too many. */
const VIEWER = 'viewer';

/** Whether somebody of that role may send anything in this room: a speaker; otherwise a viewer. */
export function speaks(room: Room, role: Role): boolean {
  return isSpeaking(permissionsIn(room, role));
}

/** Whether the room has a role for those who watch. Without it nobody can be one speaker too many. */
export function hasViewers(room: Room): boolean {
  return Object.hasOwn(tableOf(room), VIEWER) && !speaks(room, VIEWER);
}

/** Most who may send at once, hosts among them; null: as many as come. */
export function speakerLimitOf(room: Room): SpeakerLimit | null {
  if (!hasViewers(room)) return null;
  return room.speakerLimit ?? room.speakers ?? null;
}

/** Everybody present who may send, in the order in which they came. */
export function speakers(room: Room): readonly Participant[] {
  return everyone(room).filter(({ role }) => speaks(room, role));
}

/** Nobody but a host could become a speaker now. */
export function isSpeakersFull(room: Room): boolean {
  const limit = speakerLimitOf(room);
  return limit !== null && speakers(room).length >= limit;
}

/** The role that a principal would be let in with now: a viewer, if they would be one speaker too many and no host. */
export function roleAtJoin(room: Room, principal: PrincipalId): Role {
  const role = roleOf(room, principal);
  return role !== 'host' && speaks(room, role) && isSpeakersFull(room) ? VIEWER : role;
}

/** Came in as a viewer, or stayed one, only because as many as may send do. */
export function isViewerForNow(room: Room, { principal, role }: Participant): boolean {
  return role === VIEWER && speaks(room, roleOf(room, principal));
}

/** Those who are too many: the newest of those who may send and are no hosts. */
export function tooMany(room: Room): readonly Participant[] {
  const limit = speakerLimitOf(room);
  if (limit === null) return [];
  const all = speakers(room);
  const guests = all.filter(({ role }) => role !== 'host');
  const over = Math.min(Math.max(all.length - limit, 0), guests.length);
  return over === 0 ? [] : [...guests].sort(byTime).slice(-over);
}

const byTime = (a: Participant, b: Participant): number => a.joinedAt - b.joinedAt;

/** What of it somebody of that role may send in this room. */
export function allowedMedia(room: Room, role: Role, media: MediaState): MediaState {
  const held = permissionsIn(room, role);
  const { microphone, camera, screen } = media;
  const allowed: MediaState = {
    microphone: microphone && held.includes(SENDING.microphone),
    camera: camera && held.includes(SENDING.camera),
    screen: screen && held.includes(SENDING.screen),
  };
  return sameMedia(allowed, media) ? media : allowed;
}

export function sameMedia(a: MediaState, b: MediaState): boolean {
  return a.microphone === b.microphone && a.camera === b.camera && a.screen === b.screen;
}
