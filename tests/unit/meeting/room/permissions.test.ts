import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import {
  covers,
  DEFAULT_ROLES,
  isSpeaking,
  may,
  permissionsOf,
  sameTable,
  tableProblem,
} from '#meeting/permissions.ts';
import { Permission, Role, RoleTable } from '#protocol/roles.ts';

/** By role, in the order of Permission.options. */
const HELD: Readonly<Record<string, readonly Permission[]>> = {
  host: [...Permission.options],
  'co-host': Permission.options.filter((permission) => permission !== 'endRoom' && permission !== 'changeRole'),
  guest: ['shareScreen', 'chat', 'publishAudio', 'publishVideo'],
  viewer: ['chat'],
};

describe('the default roles', () => {
  test('are host, co-host, guest and viewer, and as a table of their own could be sent and configured', () => {
    expect(Object.keys(DEFAULT_ROLES)).toEqual(Object.keys(HELD));
    expect(v.parse(RoleTable, DEFAULT_ROLES)).toEqual(DEFAULT_ROLES);
    expect(tableProblem(DEFAULT_ROLES)).toBeNull();
  });

  test.each(Object.keys(HELD).flatMap((role) => Permission.options.map((permission) => [role, permission] as const)))(
    'a %s and %s',
    (role, permission) => {
      expect(may(DEFAULT_ROLES, role, permission)).toBe(HELD[role]?.includes(permission));
      expect(permissionsOf(DEFAULT_ROLES, role).includes(permission)).toBe(HELD[role]?.includes(permission));
    },
  );

  test('let everybody send but viewers', () => {
    const speaking = Object.keys(HELD).filter((role) => isSpeaking(permissionsOf(DEFAULT_ROLES, role)));
    expect(speaking).toEqual(['host', 'co-host', 'guest']);
  });

  test.each(['nobody', 'constructor', '__proto__', 'toString'])('hold nothing for %s, which is none', (role) => {
    expect(permissionsOf(DEFAULT_ROLES, role)).toEqual([]);
    expect(Permission.options.filter((permission) => may(DEFAULT_ROLES, role, permission))).toEqual([]);
  });
});

describe('names of roles', () => {
  test.each(['host', 'co-host', 'a', 'speaker-2', 'x'.repeat(32)])('%s is one', (name) => {
    expect(v.is(Role, name)).toBe(true);
  });

  test.each(['', 'Host', '2nd', '-host', 'co host', 'x'.repeat(33), 'constructor', 'host\n', 7, null])(
    '%j is none',
    (name) => {
      expect(v.is(Role, name)).toBe(false);
    },
  );
});

describe('a table', () => {
  test.each([
    ['without a host', { guest: { permissions: [] } }],
    ['without a guest', { host: { permissions: ['endRoom'] } }],
    ['with a permission that is none', { host: { permissions: ['everything'] }, guest: { permissions: [] } }],
    ['with a role that has more than permissions', { host: { permissions: [], rank: 1 }, guest: { permissions: [] } }],
    ['with a role of a bad name', { ...DEFAULT_ROLES, 'Vice President': { permissions: [] } }],
    ['of another kind', [DEFAULT_ROLES]],
  ])('%s is none', (_what, table) => {
    expect(v.is(RoleTable, table)).toBe(false);
  });

  test.each(['endRoom', 'changeRole', 'lock'] as const)('in which a host lacks %s can not be meant', (permission) => {
    const permissions = Permission.options.filter((each) => each !== permission);
    expect(tableProblem({ host: { permissions }, guest: { permissions: [] } })).toContain(permission);
  });

  test('in which another role holds more than the host can not be meant', () => {
    const permissions = Permission.options.filter((each) => each !== 'shareScreen');
    const problem = tableProblem({ host: { permissions }, guest: { permissions: ['chat', 'shareScreen'] } });
    expect(problem).toBe('host must hold whatever another role holds, and lacks shareScreen of guest');
  });

  test('is the same in whichever order it is written, and another with one permission or role more or less', () => {
    const { host, guest, viewer } = DEFAULT_ROLES;
    const turned = Object.fromEntries(
      Object.entries(DEFAULT_ROLES)
        .reverse()
        .map(([name, { permissions }]) => [name, { permissions: [...permissions].reverse() }]),
    );
    expect(sameTable(DEFAULT_ROLES, turned)).toBe(true);
    expect(sameTable(DEFAULT_ROLES, { ...DEFAULT_ROLES, viewer: { permissions: [] } })).toBe(false);
    expect(sameTable(DEFAULT_ROLES, { ...DEFAULT_ROLES, listener: { permissions: [] } })).toBe(false);
    if (!host || !guest || !viewer) throw new Error('no such roles');
    expect(sameTable(DEFAULT_ROLES, { host, guest, viewer, cohost: host })).toBe(false);
  });
});

test('whoever holds all that is wanted covers it', () => {
  expect(covers(['chat', 'lock'], ['lock'])).toBe(true);
  expect(covers(['chat', 'lock'], [])).toBe(true);
  expect(covers(['chat', 'lock'], ['lock', 'mute'])).toBe(false);
});
