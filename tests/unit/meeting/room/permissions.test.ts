import { describe, expect, test } from 'vitest';

import { may, permissionsOf } from '#meeting/permissions.ts';
import { Permission, Role } from '#protocol/roles.ts';

const GUESTS: ReadonlySet<Permission> = new Set<Permission>(['shareScreen', 'chat']);

describe('permissions', () => {
  test.each(Permission.options)('a host may %s', (permission) => {
    expect(may('host', permission)).toBe(true);
  });

  test.each(Permission.options.map((permission) => [GUESTS.has(permission) ? 'may' : 'may not', permission] as const))(
    'a guest %s %s',
    (may_, permission) => {
      expect(may('guest', permission)).toBe(may_ === 'may');
    },
  );

  test.each(Role.options)('what a %s may is what the list of that role says', (role) => {
    expect(Permission.options.filter((permission) => may(role, permission))).toEqual([...permissionsOf(role)]);
  });
});
