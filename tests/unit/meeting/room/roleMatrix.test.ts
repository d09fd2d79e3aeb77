import { describe, expect, test } from 'vitest';

import { DEFAULT_ROLES } from '#meeting/permissions.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { RoleTable } from '#protocol/roles.ts';
import { Command, type CommandRequest } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { ana, ben, cleo, dan, OFF, outcome, stage, type Stage } from './stage.ts';

/*
 * Role x command x room state, whole, for the default roles and for one of a server's own; also with Ben's role changed
 * between the moment he gave the order and the moment it is decided. Ben gives every command. Ana is a host, Cleo a
 * guest with everything on, Dan is barred.
 */

const TABLE: RoleTable = {
  ...DEFAULT_ROLES,
  moderator: { permissions: ['removeOthers', 'mute', 'changeRole', 'chat', 'publishAudio'] },
};

const idOf = (made: Stage, who: PrincipalId): ParticipantId =>
  Object.values(made.open.participants).find(({ principal }) => principal === who)?.id ??
  ('nobody-there' as ParticipantId);

const COMMANDS = {
  leave: () => ({ type: 'leave' }),
  'hand over to Cleo': (made) => ({ type: 'leave', handOverTo: idOf(made, cleo) }),
  end: () => ({ type: 'end-room', reason: '', lock: false }),
  'end and lock': () => ({ type: 'end-room', reason: '', lock: true }),
  'end later': () => ({ type: 'schedule-end', reason: '', lock: false, inMs: 10_000 }),
  'call the end off': () => ({ type: 'cancel-end' }),
  'remove Cleo': (made) => ({ type: 'remove', participant: idOf(made, cleo), reason: '', bar: false }),
  lock: () => ({ type: 'lock' }),
  unlock: () => ({ type: 'unlock' }),
  'let Dan back': () => ({ type: 'unbar', principal: dan }),
  'mute Cleo': (made) => ({ type: 'mute', participant: idOf(made, cleo), media: ['microphone'] }),
  'ask Ana': (made) => ({ type: 'ask-to-unmute', participant: idOf(made, ana), media: ['microphone'] }),
  decline: () => ({ type: 'decline-unmute' }),
  'Cleo a viewer': (made) => ({ type: 'change-role', participant: idOf(made, cleo), role: 'viewer' }),
  'Cleo a co-host': (made) => ({ type: 'change-role', participant: idOf(made, cleo), role: 'co-host' }),
  'Cleo a host': (made) => ({ type: 'change-role', participant: idOf(made, cleo), role: 'host' }),
  'Ana a guest': (made) => ({ type: 'change-role', participant: idOf(made, ana), role: 'guest' }),
  'oneself a host': (made) => ({ type: 'change-role', participant: idOf(made, ben), role: 'host' }),
  'oneself a viewer': (made) => ({ type: 'change-role', participant: idOf(made, ben), role: 'viewer' }),
  speak: () => ({ type: 'set-media-state', media: { ...OFF, microphone: true } }),
  'show video': () => ({ type: 'set-media-state', media: { ...OFF, camera: true } }),
  'share the screen': () => ({ type: 'set-media-state', media: { ...OFF, screen: true } }),
  'lobby on': () => ({ type: 'set-lobby', on: true }),
  'let Dan in': () => ({ type: 'admit', principal: dan }),
  'turn Dan away': () => ({ type: 'refuse-entry', principal: dan, reason: '', bar: false }),
  'Cleo to the lobby': (made) => ({ type: 'send-to-lobby', participant: idOf(made, cleo), reason: '' }),
  rename: () => ({ type: 'rename', name: 'Benjamin' }),
  'ask to share': () => ({ type: 'ask-to-share' }),
  'ask no more': () => ({ type: 'withdraw-share-ask' }),
  'let another share': () => ({ type: 'answer-share', accept: true }),
  'raise a hand': () => ({ type: 'raise-hand', raised: true }),
  react: () => ({ type: 'react', reaction: 'heart' }),
  'lower all hands': () => ({ type: 'lower-hand', participant: 'all' }),
  'show Cleo large': (made) => ({ type: 'spotlight', participant: idOf(made, cleo) }),
  'show nobody large': () => ({ type: 'spotlight', participant: null }),
  record: () => ({ type: 'set-recording', on: true }),
  'stop recording': () => ({ type: 'set-recording', on: false }),
  'say something': () => ({ type: 'chat', sealed: 'c2VhbGVk' }),
} as const satisfies Record<string, (made: Stage) => CommandRequest>;
type CommandName = keyof typeof COMMANDS;
const NAMES = Object.keys(COMMANDS) as readonly CommandName[];
type Outcome = ErrorCode | '-' | RoomEvent['type'];

type Role = 'host' | 'co-host' | 'guest' | 'viewer' | 'moderator';
const ROLES: readonly Role[] = ['host', 'co-host', 'guest', 'viewer', 'moderator'];

const NO = 'forbidden';
/** In an open room, for ROLES in that order. */
const OPEN: Readonly<Record<CommandName, readonly [Outcome, Outcome, Outcome, Outcome, Outcome]>> = {
  leave: ['participant-left', 'participant-left', 'participant-left', 'participant-left', 'participant-left'],
  'hand over to Cleo': ['role-changed', NO, NO, NO, NO],
  end: ['room-ended', NO, NO, NO, NO],
  'end and lock': ['room-ended', NO, NO, NO, NO],
  'end later': ['end-scheduled', NO, NO, NO, NO],
  'call the end off': ['not-ending', NO, NO, NO, NO],
  'remove Cleo': ['participant-left', 'participant-left', NO, NO, 'participant-left'],
  lock: ['room-locked', 'room-locked', NO, NO, NO],
  unlock: ['not-locked', 'not-locked', NO, NO, NO],
  'let Dan back': ['principal-unbarred', 'principal-unbarred', NO, NO, 'principal-unbarred'],
  'mute Cleo': ['media-stopped', 'media-stopped', NO, NO, 'media-stopped'],
  'ask Ana': ['unmute-asked', 'unmute-asked', NO, NO, NO],
  decline: ['-', '-', '-', '-', '-'],
  // A guest may show video and share, which a moderator may not: they are not a moderator's to make less of.
  'Cleo a viewer': ['role-changed', NO, NO, NO, NO],
  'Cleo a co-host': ['role-changed', NO, NO, NO, NO],
  'Cleo a host': ['role-changed', NO, NO, NO, NO],
  'Ana a guest': ['role-changed', NO, NO, NO, NO],
  'oneself a host': ['-', NO, NO, NO, NO],
  'oneself a viewer': ['role-changed', 'role-changed', 'role-changed', '-', 'role-changed'],
  speak: ['media-state-changed', 'media-state-changed', 'media-state-changed', NO, 'media-state-changed'],
  'show video': ['media-state-changed', 'media-state-changed', 'media-state-changed', NO, NO],
  'share the screen': ['media-state-changed', 'media-state-changed', 'media-state-changed', NO, NO],
  'lobby on': ['lobby-set', 'lobby-set', NO, NO, NO],
  'let Dan in': ['not-waiting', 'not-waiting', NO, NO, NO],
  'turn Dan away': ['not-waiting', 'not-waiting', NO, NO, NO],
  'Cleo to the lobby': ['lobby-off', 'lobby-off', NO, NO, NO],
  rename: [
    'participant-renamed',
    'participant-renamed',
    'participant-renamed',
    'participant-renamed',
    'participant-renamed',
  ],
  'ask to share': ['not-shared', 'not-shared', 'not-shared', NO, NO],
  'ask no more': ['-', '-', '-', '-', '-'],
  'let another share': ['-', '-', '-', '-', '-'],
  'raise a hand': ['hand-raised', 'hand-raised', 'hand-raised', 'hand-raised', 'hand-raised'],
  react: ['-', '-', '-', '-', '-'],
  'lower all hands': ['-', '-', NO, NO, '-'],
  'show Cleo large': ['spotlight-set', 'spotlight-set', NO, NO, NO],
  'show nobody large': ['-', '-', NO, NO, NO],
  record: ['recording-set', 'recording-set', NO, NO, NO],
  'stop recording': ['-', '-', '-', '-', '-'],
  'say something': ['chat-said', 'chat-said', 'chat-said', 'chat-said', 'chat-said'],
};

/** What is different in another state, where it is not refused for the role's sake already. */
const NOBODY_ELSE: Partial<Record<CommandName, Outcome>> = Object.fromEntries(
  (['hand over to Cleo', 'remove Cleo', 'mute Cleo', 'ask Ana'] as const)
    .concat(
      'show Cleo large' as never,
      'Cleo to the lobby' as never,
      'Cleo a viewer' as never,
      'Cleo a co-host' as never,
      'Cleo a host' as never,
      'Ana a guest' as never,
    )
    .map((name) => [name, 'no-such-participant']),
);

interface State {
  readonly arrange: (made: Stage) => void;
  readonly instead: Partial<Record<CommandName, Outcome>>;
  /** Whoever is alone may end without lock, and call an end off, whatever their role. */
  readonly alone?: true;
}

const STATES: Readonly<Record<string, State>> = {
  'an open room': { arrange: () => undefined, instead: {} },
  'a locked room': {
    arrange: (made) => void made.command(ana, { type: 'lock' }),
    instead: { lock: 'already-locked', unlock: 'room-unlocked' },
  },
  'a room about to end': {
    arrange: (made) => void made.command(ana, { type: 'schedule-end', reason: '', lock: false, inMs: 10_000 }),
    instead: { 'end later': 'already-ending', 'call the end off': 'end-cancelled' },
  },
  'a room in which somebody shares': {
    arrange: (made) =>
      void made.command(cleo, { type: 'set-media-state', media: { ...OFF, microphone: true, screen: true } }),
    instead: { 'ask to share': 'share-asked', 'share the screen': 'already-shared' },
  },
  'a room with a lost connection': {
    arrange: (made) => void made.order({ type: 'lose-connection', participant: idOf(made, ben) }),
    instead: {},
  },
  'a room without another host': {
    arrange: (made) => void made.command(ana, { type: 'leave' }),
    instead: {
      'ask Ana': 'no-such-participant',
      'Ana a guest': 'no-such-participant',
      'oneself a viewer': 'last-host',
    },
  },
  'a room without anybody else': {
    arrange: (made) => {
      made.command(cleo, { type: 'leave' });
      made.command(ana, { type: 'leave' });
    },
    instead: NOBODY_ELSE,
    alone: true,
  },
};

function expectedOf(role: Role, { instead, alone }: State, name: CommandName): Outcome {
  const usual = OPEN[name][ROLES.indexOf(role)] ?? '-';
  if (alone && usual === NO && name === 'end') return 'room-ended';
  // Being alone does not lock others out; who holds lock may do both.
  if (alone && usual === NO && name === 'end and lock' && role === 'co-host') return 'room-ended';
  if (alone && usual === NO && name === 'call the end off') return 'not-ending';
  if (name === 'oneself a viewer' && role !== 'host') return usual;
  // A moderator may change roles: who it is about is looked for before whether that is theirs to change.
  const looksFirst = role === 'moderator' && / an? /.test(name) && instead[name] === 'no-such-participant';
  return usual === NO && !looksFirst ? NO : (instead[name] ?? usual);
}

function room(): Stage {
  const made = stage(ana, dan, ben, cleo);
  made.order({ type: 'define-roles', roleTable: TABLE, speakers: null });
  made.command(ana, { type: 'remove', participant: made.who(dan).id, reason: '', bar: true });
  made.command(cleo, { type: 'set-media-state', media: { microphone: true, camera: true, screen: false } });
  return made;
}

const become = (made: Stage, role: Role): void => {
  made.order({ type: 'assign-role', principal: ben, role });
};

function decided(made: Stage, request: CommandRequest): Outcome {
  const before = JSON.stringify(made.room);
  const { room: was } = made;
  const came = outcome(made.command(ben, request));
  expect(JSON.stringify(was), 'the room before is left as it was').toBe(before);
  return typeof came === 'string' ? came : (came[0] ?? '-');
}

test('every command of the protocol is in the matrix', () => {
  const made = room();
  const types = new Set<string>(NAMES.map((name) => COMMANDS[name](made).type));
  expect([...types].sort()).toEqual(Command.options.map(({ entries }) => entries.type.literal).sort());
});

describe.each(Object.entries(STATES))('in %s', (_state, state) => {
  describe.each(ROLES)('a %s', (role) => {
    test.each(NAMES.map((name) => [name, expectedOf(role, state, name)] as const))('%s: %s', (name, expected) => {
      const made = room();
      become(made, role);
      state.arrange(made);
      expect(decided(made, COMMANDS[name](made))).toBe(expected);
    });

    test.each(ROLES.filter((other) => other !== role))(
      'who was a %s when they asked is decided about as this',
      (other) => {
        for (const name of NAMES) {
          const made = room();
          become(made, other);
          state.arrange(made);
          const request = COMMANDS[name](made);
          become(made, role);
          expect([name, decided(made, request)]).toEqual([name, expectedOf(role, state, name)]);
        }
      },
    );
  });
});
