import type { ErrorCode } from '#protocol/errors.ts';
import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { Permission, Role, RoleTable } from '#protocol/roles.ts';
import type { BarredEntry, Doer, Participant, Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { DEFAULT_ROLES, may, permissionsOf } from '../permissions.ts';

// Ids come from outside and may spell what every object inherits (`constructor`, `__proto__`): own entries only.
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}

/** The participant of that id, if present; a lost connection is still present. */
export function participantOf(room: Room, id: ParticipantId): Participant | null {
  return own(room.participants, id);
}

/** The participant who is that principal, if present. There is never more than one. */
export function present(room: Room, principal: PrincipalId): Participant | null {
  for (const participant of everyone(room)) if (participant.principal === principal) return participant;
  return null;
}

/** Everybody present, those with a lost connection among them, in the order in which they came. */
export function everyone(room: Room): readonly Participant[] {
  return Object.values(room.participants);
}

/** Everybody present but this one. */
export function others(room: Room, id: ParticipantId): readonly Participant[] {
  return everyone(room).filter((participant) => participant.id !== id);
}

/** The role that hangs on a principal, present or not; one that the room's table no longer has is a guest's. */
export function roleOf(room: Room, principal: PrincipalId): Role {
  const role = own(room.roles, principal) ?? 'guest';
  return Object.hasOwn(tableOf(room), role) ? role : 'guest';
}

/** What roles may do in this room. */
export function tableOf(room: Room): RoleTable {
  return room.roleTable ?? DEFAULT_ROLES;
}

/** All that a role may do in this room. */
export function permissionsIn(room: Room, role: Role): readonly Permission[] {
  return permissionsOf(tableOf(room), role);
}

export function hosts(room: Room): readonly Participant[] {
  return everyone(room).filter((participant) => participant.role === 'host');
}

/** Present, a host, and the only one: leaving asks who takes over if there are others. */
export function isLastHost(room: Room, id: ParticipantId): boolean {
  const present = hosts(room);
  return present.length === 1 && present[0]?.id === id;
}

/** Present, with nobody else; somebody whose connection is lost is somebody else all the same. */
export function isAlone(room: Room, id: ParticipantId): boolean {
  return participantOf(room, id) !== null && Object.keys(room.participants).length === 1;
}

/** Whether a participant's role lets them do it, whoever else is there. False for who is not present. */
export function mayByRole(room: Room, id: ParticipantId, permission: Permission): boolean {
  const participant = participantOf(room, id);
  return participant !== null && may(tableOf(room), participant.role, permission);
}

/** Whether a participant may do it now: by role, and End also for whoever is alone. False for who is not present. */
export function mayIn(room: Room, id: ParticipantId, permission: Permission): boolean {
  return mayByRole(room, id, permission) || (permission === 'endRoom' && isAlone(room, id));
}

/** Whether a principal, present or not, may do it by role: as who they are here, or would be. */
export function mayAs(room: Room, principal: PrincipalId, permission: Permission): boolean {
  const role = present(room, principal)?.role ?? roleOf(room, principal);
  return may(tableOf(room), role, permission);
}

/** Whether a principal, present or not, may lift the room's lock. */
export function mayUnlock(room: Room, principal: PrincipalId): boolean {
  return mayAs(room, principal, 'lock');
}

/** Present if that principal may not come back. */
export function barredEntry(room: Room, principal: PrincipalId): BarredEntry | null {
  return own(room.barred, principal);
}

/** Why a principal who is not present would be refused now; null if they would be let in. Barred goes before locked. */
export function admissionRefusal(
  room: Room,
  principal: PrincipalId,
  capacity: number,
): Extract<ErrorCode, 'barred' | 'room-locked' | 'room-full'> | null {
  if (barredEntry(room, principal)) return 'barred';
  if (room.lock) return 'room-locked';
  if (room.phase === 'open' && Object.keys(room.participants).length >= capacity) return 'room-full';
  return null;
}

/** Whether the event puts this participant out. */
export function isTerminalFor(event: RoomEvent, id: ParticipantId): boolean {
  if (event.type === 'participant-left') return event.participant === id;
  return event.type === 'room-ended' || event.type === 'room-closed';
}

/** A participant as the one who does something, named as of now. */
export function doer(participant: Participant): NonNullable<Doer> {
  return { participant: participant.id, name: participant.name };
}
