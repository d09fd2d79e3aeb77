import * as v from 'valibot';

/** What a role may do to others, to the meeting or in it; names as in 100ms's role permissions where it has them. */
export const Permission = v.picklist([
  'endRoom',
  'removeOthers',
  'mute',
  'unmute',
  'changeRole',
  'admit',
  'lock',
  'spotlight',
  'record',
  'shareScreen',
  'chat',
  'publishAudio',
  'publishVideo',
]);
export type Permission = v.InferOutput<typeof Permission>;

/** The name of a role, as a server's configuration has it. What every object inherits is none: tables are records. */
export const Role = v.pipe(
  v.string(),
  v.regex(
    /^(?!constructor$)[a-z][a-z0-9-]{0,31}$/,
    'a role is named by up to 32 lower-case letters, digits and "-", a letter first, and not "constructor"',
  ),
  v.examples(['guest', 'host', 'co-host', 'viewer']),
);
export type Role = v.InferOutput<typeof Role>;

/** What one role may do. */
export const RoleDefinition = v.strictObject({ permissions: v.array(Permission) });
export type RoleDefinition = v.InferOutput<typeof RoleDefinition>;

/** The roles of a room, by name. `host` and `guest` are in every table: who made the room, and who is nothing else. */
export const RoleTable = v.pipe(
  v.record(Role, RoleDefinition),
  v.check((table) => Object.hasOwn(table, 'host') && Object.hasOwn(table, 'guest'), 'a table needs "host" and "guest"'),
);
export type RoleTable = v.InferOutput<typeof RoleTable>;
