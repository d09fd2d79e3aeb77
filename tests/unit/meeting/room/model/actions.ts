import * as fc from 'fast-check';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import type { RoleTable } from '#protocol/roles.ts';

/**
 * One thing that happens to a room. People are small numbers, so that sequences shrink well; `whom` counts through who
 * is present, who was and who never was, and is made an id only when it is done.
 */
export type Action = { readonly afterMs: number } & (
  | { readonly do: 'create'; readonly who: number }
  | { readonly do: 'join'; readonly who: number; readonly capacity: number }
  /** Who comes says that they are barred, or that they waited for so long; few may wait. */
  | { readonly do: 'knock'; readonly who: number; readonly appeals: boolean; readonly waitedMs: number | null }
  | { readonly do: 'set-lobby'; readonly who: number; readonly on: boolean }
  | { readonly do: 'admit'; readonly who: number; readonly whom: number | null }
  | { readonly do: 'refuse-entry'; readonly who: number; readonly whom: number; readonly bar: boolean }
  | { readonly do: 'send-to-lobby'; readonly who: number; readonly whom: number }
  | { readonly do: 'withdraw'; readonly who: number; readonly lost: boolean }
  | { readonly do: 'set-lobby-by-api'; readonly on: boolean }
  | { readonly do: 'admit-by-api'; readonly who: number }
  | { readonly do: 'refuse-entry-by-api'; readonly who: number; readonly bar: boolean }
  | {
      readonly do: 'leave';
      readonly who: number;
      readonly heir: number | null;
      readonly byApp: boolean;
      readonly switching: boolean;
    }
  | { readonly do: 'end'; readonly who: number; readonly lock: boolean }
  | { readonly do: 'schedule-end'; readonly who: number; readonly lock: boolean; readonly inMs: number }
  | { readonly do: 'cancel-end'; readonly who: number }
  | { readonly do: 'remove'; readonly who: number; readonly whom: number; readonly bar: boolean }
  | { readonly do: 'lock' | 'unlock'; readonly who: number }
  | { readonly do: 'change-role'; readonly who: number; readonly whom: number; readonly role: string }
  | { readonly do: 'media'; readonly who: number; readonly microphone: boolean; readonly screen: boolean }
  | { readonly do: 'rename'; readonly who: number; readonly name: string }
  | { readonly do: 'mute'; readonly who: number; readonly whom: number | null; readonly camera: boolean }
  | { readonly do: 'ask'; readonly who: number; readonly whom: number }
  | { readonly do: 'decline'; readonly who: number }
  | { readonly do: 'ask-to-share'; readonly who: number }
  | { readonly do: 'withdraw-share-ask'; readonly who: number }
  | { readonly do: 'answer-share'; readonly who: number; readonly accept: boolean }
  | { readonly do: 'hand'; readonly who: number; readonly raised: boolean }
  | { readonly do: 'react'; readonly who: number }
  | { readonly do: 'spotlight'; readonly who: number; readonly whom: number | null }
  | { readonly do: 'lower-hand'; readonly who: number; readonly whom: number | null }
  /** So many messages in one go. */
  | { readonly do: 'record'; readonly who: number; readonly on: boolean }
  | { readonly do: 'chat'; readonly who: number; readonly length: number }
  | { readonly do: 'unbar'; readonly who: number; readonly principal: number }
  | { readonly do: 'unbar-by-api'; readonly principal: number }
  | { readonly do: 'lose'; readonly whom: number }
  /** `honest`: as the principal that the participant is. */
  | { readonly do: 'resume'; readonly whom: number; readonly honest: boolean }
  | { readonly do: 'expire' | 'close-empty' | 'close' | 'enforce' | 'end-as-scheduled' }
  | { readonly do: 'end-by-api'; readonly lock: boolean }
  | { readonly do: 'remove-by-api'; readonly whom: number; readonly bar: boolean }
  | { readonly do: 'lock-by-api' | 'unlock-by-api' }
  | { readonly do: 'assign-role'; readonly who: number; readonly role: string }
  | { readonly do: 'define-roles'; readonly table: number; readonly speakers: number | null }
  | { readonly do: 'set-speaker-limit'; readonly limit: number | null }
);

/** What servers say of roles: nothing of their own, a panel that guests watch, and one without anybody who watches. */
export const TABLES: readonly RoleTable[] = [
  DEFAULT_ROLES,
  {
    host: DEFAULT_ROLES['host'] ?? { permissions: [] },
    moderator: { permissions: ['removeOthers', 'changeRole', 'lock', 'chat'] },
    speaker: { permissions: ['chat', 'publishAudio', 'shareScreen'] },
    guest: { permissions: ['chat'] },
    viewer: { permissions: [] },
  },
  {
    host: { permissions: ['endRoom', 'changeRole', 'lock', 'removeOthers', 'publishAudio', 'publishVideo'] },
    guest: { permissions: ['publishAudio'] },
  },
];

export const PEOPLE = 5;
export const GRACE_MS = 30_000;
/** What the server of these rooms sets. */
export const DURATION_MS = 90_000;
export const NO_HOST_MS = 60_000;

/** The one who made the room gives orders more often than others: most that is allowed at all is allowed to them. */
const who = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4);
const whom = fc.nat(12);
/** Few, so that who knocks is who is answered, barred and asks to come back. */
const guest = fc.constantFrom(1, 1, 1, 2);
const yes = fc.boolean();
const role = fc.constantFrom('host', 'co-host', 'guest', 'guest', 'guest', 'viewer', 'moderator', 'speaker', 'nobody');
const limit = fc.constantFrom(null, 1, 1, 2, 2, 3);
/** The clock mostly goes on; now and then it jumps far, or back. */
const afterMs = fc.constantFrom(0, 0, 1, 700, GRACE_MS - 1, GRACE_MS, 86_400_000, -600_000);

function action(name: Action['do'], shape: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Action> {
  return fc.record({ do: fc.constant(name), afterMs, ...shape }) as unknown as fc.Arbitrary<Action>;
}

/** Joins come often, and ends seldom, so that there is mostly somebody to whom things can happen. */
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 1, arbitrary: action('create', { who }) },
  { weight: 24, arbitrary: action('join', { who, capacity: fc.constantFrom(2, 4, 4, 9, 9, 9) }) },
  {
    weight: 34,
    arbitrary: action('knock', {
      who: guest,
      appeals: yes,
      waitedMs: fc.constantFrom(null, 2 * 86_400_000, 2 * 86_400_000),
    }),
  },
  { weight: 6, arbitrary: action('set-lobby', { who, on: fc.constantFrom(true, true, true, false) }) },
  { weight: 5, arbitrary: action('admit', { who, whom: fc.option(guest, { freq: 3 }) }) },
  { weight: 7, arbitrary: action('refuse-entry', { who, whom: guest, bar: yes }) },
  { weight: 2, arbitrary: action('send-to-lobby', { who, whom }) },
  { weight: 4, arbitrary: action('withdraw', { who, lost: yes }) },
  { weight: 3, arbitrary: action('set-lobby-by-api', { on: fc.constantFrom(true, true, false) }) },
  { weight: 16, arbitrary: action('admit-by-api', { who: guest }) },
  { weight: 8, arbitrary: action('refuse-entry-by-api', { who: guest, bar: yes }) },
  { weight: 6, arbitrary: action('leave', { who, heir: fc.option(whom, { freq: 2 }), byApp: yes, switching: yes }) },
  { weight: 1, arbitrary: action('end', { who, lock: yes }) },
  { weight: 3, arbitrary: action('schedule-end', { who, lock: yes, inMs: fc.constantFrom(1_000, 10_000) }) },
  { weight: 6, arbitrary: action('cancel-end', { who }) },
  { weight: 3, arbitrary: action('end-as-scheduled', {}) },
  { weight: 4, arbitrary: action('remove', { who, whom, bar: yes }) },
  { weight: 3, arbitrary: action('lock', { who }) },
  { weight: 5, arbitrary: action('unlock', { who }) },
  { weight: 4, arbitrary: action('media', { who, microphone: yes, screen: yes }) },
  { weight: 16, arbitrary: action('change-role', { who, whom, role }) },
  { weight: 3, arbitrary: action('mute', { who, whom: fc.option(whom, { freq: 2 }), camera: yes }) },
  { weight: 3, arbitrary: action('ask', { who, whom }) },
  { weight: 4, arbitrary: action('decline', { who }) },
  { weight: 3, arbitrary: action('ask-to-share', { who }) },
  { weight: 1, arbitrary: action('withdraw-share-ask', { who }) },
  { weight: 2, arbitrary: action('answer-share', { who, accept: yes }) },
  { weight: 6, arbitrary: action('hand', { who, raised: fc.constantFrom(true, true, false) }) },
  { weight: 1, arbitrary: action('react', { who }) },
  { weight: 3, arbitrary: action('spotlight', { who, whom: fc.option(whom, { freq: 3 }) }) },
  { weight: 3, arbitrary: action('lower-hand', { who, whom: fc.option(whom, { freq: 2 }) }) },
  { weight: 4, arbitrary: action('record', { who, on: fc.constantFrom(true, true, false) }) },
  { weight: 5, arbitrary: action('chat', { who, length: fc.constantFrom(8, 8, 8, 8, 30_000) }) },
  { weight: 2, arbitrary: action('unbar', { who, principal: fc.nat(PEOPLE - 1) }) },
  { weight: 1, arbitrary: action('unbar-by-api', { principal: fc.nat(PEOPLE - 1) }) },
  { weight: 1, arbitrary: action('rename', { who, name: fc.constantFrom('Ana', 'Ben', 'Ana Maria') }) },
  { weight: 5, arbitrary: action('lose', { whom }) },
  { weight: 5, arbitrary: action('resume', { whom, honest: yes }) },
  { weight: 3, arbitrary: action('expire', {}) },
  { weight: 8, arbitrary: action('close-empty', {}) },
  { weight: 1, arbitrary: action('close', {}) },
  { weight: 4, arbitrary: action('enforce', {}) },
  { weight: 1, arbitrary: action('end-by-api', { lock: yes }) },
  { weight: 1, arbitrary: action('remove-by-api', { whom, bar: yes }) },
  { weight: 1, arbitrary: action('lock-by-api', {}) },
  { weight: 2, arbitrary: action('unlock-by-api', {}) },
  { weight: 2, arbitrary: action('assign-role', { who, role }) },
  { weight: 2, arbitrary: action('define-roles', { table: fc.constantFrom(0, 0, 1, 2), speakers: limit }) },
  { weight: 3, arbitrary: action('set-speaker-limit', { limit }) },
);

const join = (who: number): Action => ({ do: 'join', who, capacity: 9, afterMs: 0 });

/** What takes several steps by the right people, which chance alone seldom brings together. */
const anyScene: fc.Arbitrary<readonly Action[]> = fc
  .record({ who: fc.constantFrom(1, 2, 3, 4), whom: fc.nat(2), close: fc.constantFrom(0, 1, 700, 86_400_000) })
  .chain(({ who, whom, close: afterMs }) => {
    const both: readonly Action[] = [
      { do: 'define-roles', table: 0, speakers: null, afterMs: 0 },
      { do: 'set-speaker-limit', limit: null, afterMs: 0 },
      join(0),
      join(who),
      { do: 'assign-role', who: 0, role: 'host', afterMs: 0 },
      { do: 'assign-role', who, role: 'guest', afterMs: 0 },
    ];
    const silent: readonly Action[] = [...both, { do: 'media', who, microphone: false, screen: false, afterMs: 0 }];
    const shares: readonly Action[] = [
      ...both,
      { do: 'media', who, microphone: true, screen: false, afterMs: 0 },
      { do: 'media', who: 0, microphone: true, screen: true, afterMs: 0 },
      { do: 'ask-to-share', who, afterMs },
    ];
    return fc.constantFrom<readonly Action[]>(
      [...shares, { do: 'answer-share', who: 0, accept: whom > 0, afterMs }, { do: 'ask-to-share', who, afterMs: 0 }],
      [...shares, { do: 'withdraw-share-ask', who, afterMs }],
      [...shares, { do: 'media', who: 0, microphone: false, screen: false, afterMs }],
      [...shares, { do: 'media', who, microphone: true, screen: true, afterMs }],
      [...silent, { do: 'ask', who: 0, whom, afterMs }, { do: 'ask', who: 0, whom, afterMs }],
      [...silent, { do: 'ask', who: 0, whom, afterMs }, { do: 'decline', who, afterMs }],
      [...both, ...Array.from({ length: 12 }, (): Action => ({ do: 'chat', who, length: 8, afterMs: 0 }))],
      [...both, ...Array.from({ length: 12 }, (): Action => ({ do: 'chat', who: 0, length: 8, afterMs }))],
      [
        ...both,
        { do: 'media', who, microphone: true, screen: false, afterMs },
        { do: 'mute', who: 0, whom, camera: true, afterMs },
      ],
      [
        ...both,
        { do: 'assign-role', who, role: 'viewer', afterMs: 0 },
        { do: 'set-speaker-limit', limit: 1, afterMs: 0 },
        { do: 'change-role', who: 0, whom, role: 'guest', afterMs },
      ],
      [
        ...both,
        { do: 'schedule-end', who: 0, lock: false, inMs: 10_000, afterMs },
        { do: 'schedule-end', who: 0, lock: true, inMs: 1_000, afterMs: 0 },
        { do: 'cancel-end', who: 0, afterMs: 0 },
      ],
      [...both, { do: 'remove', who: 0, whom, bar: true, afterMs }, { do: 'unbar', who: 0, principal: who, afterMs }],
    );
  });

export const LONGEST = 60;

const anyStep: fc.Arbitrary<readonly Action[]> = fc.oneof(
  { weight: 40, arbitrary: anyAction.map((one) => [one]) },
  { weight: 1, arbitrary: anyScene },
);

const CREATION: readonly Action[] = [{ do: 'create', who: 0, afterMs: 0 }];

/** What happens to one room: nearly always it is made first, so that few sequences are spent on there being none. */
export const sequences: fc.Arbitrary<readonly Action[]> = fc
  .tuple(fc.nat(9), fc.array(anyStep, { maxLength: LONGEST, size: 'max' }))
  .map(([chance, steps]) => (chance === 9 ? steps.flat() : CREATION.concat(steps.flat())));
