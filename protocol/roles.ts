import * as v from 'valibot';

/** What a role may do to others or to the meeting; names as in 100ms's role permissions where it has them. */
export const Permission = v.picklist([
  'endRoom',
  'removeOthers',
  'mute',
  'unmute',
  'changeRole',
  'admit',
  'lock',
  'shareScreen',
  'chat',
]);
export type Permission = v.InferOutput<typeof Permission>;

export const Role = v.picklist(['host', 'guest']);
export type Role = v.InferOutput<typeof Role>;
