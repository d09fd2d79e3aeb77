import type * as v from 'valibot';

import { ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';

interface PathPart {
  readonly pattern: string;
  readonly schema: v.GenericSchema;
  readonly description: string;
}

/** What may stand in a path, by the name in braces. A path that does not match is one that is not there. */
export const PATH_PARTS = {
  room: { pattern: '[a-z]{3}-[a-z]{4}-[a-z]{3}', schema: RoomId, description: "The room's code." },
  principal: { pattern: '[A-Za-z0-9_-]{8,64}', schema: PrincipalId, description: 'Who is meant, present or not.' },
  participant: { pattern: '[A-Za-z0-9_-]{8,40}', schema: ParticipantId, description: 'Who is meant.' },
} as const satisfies Record<string, PathPart>;

type PartName = keyof typeof PATH_PARTS;

/** The names in braces, in order. Throws where one is not known. */
export function partsOf(template: string): readonly PartName[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    if (!Object.hasOwn(PATH_PARTS, name)) throw new Error(`${template}: what is ${name}?`);
    return name as PartName;
  });
}

/** Matches the whole path, with a group for each name. */
export function patternOf(template: string): RegExp {
  let pattern = template.replaceAll('.', String.raw`\.`);
  for (const name of partsOf(template))
    pattern = pattern.replace(`{${name}}`, `(?<${name}>${PATH_PARTS[name].pattern})`);
  return new RegExp(`^${pattern}$`);
}
