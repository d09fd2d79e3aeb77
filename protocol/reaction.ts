import * as v from 'valibot';

/** What can be shown to everybody for a moment, without a word. A closed list: a client draws and names each. */
export const Reaction = v.picklist([
  'applause',
  'thumbs-up',
  'thumbs-down',
  'heart',
  'laugh',
  'surprise',
  'celebrate',
  'thinking',
]);
export type Reaction = v.InferOutput<typeof Reaction>;

/** How many reactions a server passes on, at once and for each second after that: of one person, and in one room. */
export const REACTION_LIMITS = {
  person: { burst: 4, perSecond: 1 },
  room: { burst: 40, perSecond: 20 },
} as const;
