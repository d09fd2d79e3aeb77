import { Permission, type Role } from '#protocol/roles.ts';

const HOST: ReadonlySet<Permission> = new Set(Permission.options);

const GUEST: ReadonlySet<Permission> = new Set<Permission>(['shareScreen', 'chat']);

const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = { host: HOST, guest: GUEST };

/** All that a role may do. What hangs on the room as well (End for whoever is alone) is `mayIn` in room/selectors.ts. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return PERMISSIONS[role];
}

/** Whether a role holds a permission. */
export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].has(permission);
}
