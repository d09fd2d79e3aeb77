import * as v from 'valibot';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import { Permission, RoleTable } from '#protocol/roles.ts';

import { rolesProblem } from '../roles.ts';
import { parseStrictJson } from '../transport/strictJson.ts';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './problem.ts';
import { textOf } from './textFile.ts';

const EXPECTED = `as in {"host":{"permissions":[...]},"guest":{"permissions":["chat"]}}, of ${Permission.options.join(', ')}`;

/** What roles may do, by the file that was named or by default; throws where that can't be meant. */
export function rolesOf({ roles: path, speakers }: Pick<Configuration, 'roles' | 'speakers'>): RoleTable {
  const roles = path === null ? DEFAULT_ROLES : readRoles(path);
  const problem = rolesProblem(roles, speakers);
  if (problem !== null) throw ConfigurationError.of(path ?? '--speakers', `can not be meant: ${problem}.`);
  return roles;
}

function readRoles(path: string): RoleTable {
  const parsed = parseStrictJson(textOf(path, '--roles'));
  if (!parsed.ok) throw ConfigurationError.of(path, `must be JSON without a key twice, ${EXPECTED}.`);
  const roles = v.safeParse(RoleTable, parsed.value, { abortEarly: true });
  if (roles.success) return roles.output;
  const [issue] = roles.issues;
  const where = v.getDotPath(issue);
  const at = where === null ? '' : ` (${where})`;
  throw ConfigurationError.of(path, `is no table of roles: ${issue.message}${at}. It must be ${EXPECTED}.`);
}
