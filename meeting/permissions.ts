import { Permission, type Role, type RoleTable } from '#protocol/roles.ts';

/** What a participant can send, and what it takes to be allowed to. */
export const SENDING = {
  microphone: 'publishAudio',
  camera: 'publishVideo',
  screen: 'shareScreen',
} as const satisfies Record<string, Permission>;

const HELD_BY_HOSTS_ALONE: ReadonlySet<Permission> = new Set<Permission>(['endRoom', 'changeRole']);

/** The roles of a room whose server names none of its own. */
export const DEFAULT_ROLES: RoleTable = {
  host: { permissions: [...Permission.options] },
  'co-host': { permissions: Permission.options.filter((permission) => !HELD_BY_HOSTS_ALONE.has(permission)) },
  guest: { permissions: ['shareScreen', 'chat', 'publishAudio', 'publishVideo'] },
  viewer: { permissions: ['chat'] },
};

/**
 * All that a role may do; nothing for one that the table does not have. What hangs on the room as well (End for whoever
 * is alone) is `mayIn` in room/selectors.ts.
 */
export function permissionsOf(table: RoleTable, role: Role): readonly Permission[] {
  return Object.hasOwn(table, role) ? (table[role]?.permissions ?? []) : [];
}

/** Whether a role holds a permission. */
export function may(table: RoleTable, role: Role, permission: Permission): boolean {
  return permissionsOf(table, role).includes(permission);
}

/** Whether whoever holds `held` holds all of `wanted`. */
export function covers(held: readonly Permission[], wanted: readonly Permission[]): boolean {
  return wanted.every((permission) => held.includes(permission));
}

/** Whether who holds these may send anything at all: then they are a speaker, otherwise a viewer. */
export function isSpeaking(permissions: readonly Permission[]): boolean {
  return Object.values(SENDING).some((permission) => permissions.includes(permission));
}

/** Whether two tables say the same: in which order they say it is of no matter. */
export function sameTable(one: RoleTable, other: RoleTable): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => {
    const [a, b] = [permissionsOf(one, name), permissionsOf(other, name)];
    return Object.hasOwn(other, name) && covers(a, b) && covers(b, a);
  });
}

/** Why a table can't be meant, in words for whoever wrote it; null if it can. */
export function tableProblem(table: RoleTable): string | null {
  const host = permissionsOf(table, 'host');
  for (const needed of ['endRoom', 'changeRole', 'lock'] as const) {
    if (!host.includes(needed)) return `host must hold ${needed}: nobody else could be given it`;
  }
  for (const [name, { permissions }] of Object.entries(table)) {
    if (covers(host, permissions)) continue;
    const missing = permissions.filter((permission) => !host.includes(permission));
    return `host must hold whatever another role holds, and lacks ${missing.join(', ')} of ${name}`;
  }
  return null;
}
