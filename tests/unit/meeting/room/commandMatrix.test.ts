import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';
import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { ana, ben, cleo, closedStage, nobody, OFF, ON, outcome, stage, Stage } from './stage.ts';

/*
 * Role x command x state, whole. Ben gives every command; the rows are how he stands to the room, and the columns what
 * it comes to: the types of the events joined by "+", "-" for nothing, or the code of the refusal.
 */

const COMMANDS = {
  leave: () => ({ type: 'leave' }),
  'leave and hand over': (made) => ({ type: 'leave', handOverTo: someoneElse(made) }),
  'end the room': () => ({ type: 'end-room', reason: 'Why', lock: false }),
  'end and lock it': () => ({ type: 'end-room', reason: 'Why', lock: true }),
  'remove another': (made) => ({ type: 'remove', participant: someoneElse(made), reason: '', bar: false }),
  'bar another': (made) => ({ type: 'remove', participant: someoneElse(made), reason: '', bar: true }),
  'remove nobody': () => ({ type: 'remove', participant: nobody, reason: '', bar: false }),
  lock: () => ({ type: 'lock' }),
  unlock: () => ({ type: 'unlock' }),
  'switch media on': () => ({ type: 'set-media-state', media: ON }),
  rename: () => ({ type: 'rename', name: 'Benjamin' }),
} as const satisfies Record<string, (made: Stage) => CommandRequest>;
type CommandName = keyof typeof COMMANDS;
type Outcome = ErrorCode | '-' | RoomEvent['type'] | 'role-changed+participant-left';

const COLUMNS = Object.keys(COMMANDS) as readonly CommandName[];
const MEDIA_AND_NAME: readonly Outcome[] = ['media-state-changed', 'participant-renamed'];
const NOTHING_INSIDE: readonly Outcome[] = ['not-joined', 'not-joined'];

/** What Ben's standing lets him do, in the order of COLUMNS, and how he comes to it. */
const MATRIX: readonly (readonly [string, () => Stage, readonly Outcome[]])[] = [
  row('a host among others', () => hostWith(cleo), [
    ['participant-left', 'role-changed+participant-left', 'room-ended', 'room-ended'],
    ['participant-left', 'participant-left', 'no-such-participant', 'room-locked', 'not-locked', ...MEDIA_AND_NAME],
  ]),
  row('a host among others in a locked room', () => locked(hostWith(cleo)), [
    ['participant-left', 'role-changed+participant-left', 'room-ended', 'room-ended'],
    [
      'participant-left',
      'participant-left',
      'no-such-participant',
      'already-locked',
      'room-unlocked',
      ...MEDIA_AND_NAME,
    ],
  ]),
  row('a host with another host', () => hostWith(ana), [
    ['participant-left', 'participant-left', 'room-ended', 'room-ended'],
    ['participant-left', 'participant-left', 'no-such-participant', 'room-locked', 'not-locked', ...MEDIA_AND_NAME],
  ]),
  row('a host alone', () => hostWith(), [
    ['participant-left', 'no-such-participant', 'room-ended', 'room-ended'],
    [
      'no-such-participant',
      'no-such-participant',
      'no-such-participant',
      'room-locked',
      'not-locked',
      ...MEDIA_AND_NAME,
    ],
  ]),
  row('a host whose connection is lost', () => lost(hostWith(cleo)), [
    ['participant-left', 'role-changed+participant-left', 'room-ended', 'room-ended'],
    ['participant-left', 'participant-left', 'no-such-participant', 'room-locked', 'not-locked', ...MEDIA_AND_NAME],
  ]),
  row('a guest made host meanwhile', handedOver, [
    ['participant-left', 'role-changed+participant-left', 'room-ended', 'room-ended'],
    ['participant-left', 'participant-left', 'no-such-participant', 'room-locked', 'not-locked', ...MEDIA_AND_NAME],
  ]),
  row('a guest among others', () => stage(ana, ben), [
    ['participant-left', 'forbidden', 'forbidden', 'forbidden'],
    ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', ...MEDIA_AND_NAME],
  ]),
  row('a guest among others in a locked room', () => locked(stage(ana, ben), ana), [
    ['participant-left', 'forbidden', 'forbidden', 'forbidden'],
    ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', ...MEDIA_AND_NAME],
  ]),
  row('a guest among others without a host', () => stage(ben, cleo), [
    ['participant-left', 'forbidden', 'forbidden', 'forbidden'],
    ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', ...MEDIA_AND_NAME],
  ]),
  row('a guest alone', () => stage(ben), [
    ['participant-left', 'forbidden', 'room-ended', 'forbidden'],
    ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', ...MEDIA_AND_NAME],
  ]),
  row('a host who left', () => out(hostWith(cleo)), [
    ['not-joined', 'not-joined', 'not-joined', 'not-joined'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'not-locked', ...NOTHING_INSIDE],
  ]),
  row('a host who left a locked room', () => out(locked(hostWith(cleo))), [
    ['not-joined', 'not-joined', 'not-joined', 'not-joined'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'room-unlocked', ...NOTHING_INSIDE],
  ]),
  row('a host of an ended room', () => ended(hostWith(cleo), false), [
    ['not-joined', 'not-joined', 'room-ended', 'room-ended'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'not-locked', ...NOTHING_INSIDE],
  ]),
  row('a host of an ended and locked room', () => ended(hostWith(cleo), true), [
    ['not-joined', 'not-joined', 'room-ended', 'room-ended'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'room-unlocked', ...NOTHING_INSIDE],
  ]),
  row('a guest who left a locked room', () => out(locked(stage(ana, ben), ana)), [
    ['not-joined', 'not-joined', 'not-joined', 'not-joined'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'forbidden', ...NOTHING_INSIDE],
  ]),
  row('a guest of an ended and locked room', () => ended(stage(ana, ben), true, ana), [
    ['not-joined', 'not-joined', 'room-ended', 'room-ended'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'forbidden', ...NOTHING_INSIDE],
  ]),
  row('a stranger to a new room', () => stage(), [
    ['not-joined', 'not-joined', 'not-joined', 'not-joined'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'forbidden', ...NOTHING_INSIDE],
  ]),
  row('a stranger to a closed room', closedStage, [
    ['not-joined', 'not-joined', 'not-joined', 'not-joined'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'forbidden', ...NOTHING_INSIDE],
  ]),
  row('a host who was removed', () => removed(false), [
    ['not-joined', 'not-joined', 'not-joined', 'not-joined'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'not-locked', ...NOTHING_INSIDE],
  ]),
  row('a host who was barred', () => removed(true), [
    ['not-joined', 'not-joined', 'not-joined', 'not-joined'],
    ['not-joined', 'not-joined', 'not-joined', 'not-joined', 'forbidden', ...NOTHING_INSIDE],
  ]),
  row('somebody where there is no room', () => new Stage(), [Array<Outcome>(11).fill('room-not-found')]),
];

describe.each(MATRIX)('to %s', (_standing, arrange, expected) => {
  test.each(COLUMNS.map((name, column) => [name, expected[column]] as const))('%s is %s', (name, expected) => {
    const made = arrange();
    const { log, room } = made;
    const [rev, before] = [log.length, JSON.stringify(room)];
    const decision = made.command(ben, COMMANDS[name](made));
    const came = outcome(decision);
    expect(typeof came === 'string' ? came : came.join('+') || '-').toBe(expected);
    expect(made.room?.rev ?? 0).toBe(rev + (decision.ok ? decision.events.length : 0));
    expect(JSON.stringify(room), 'the room before is left as it was').toBe(before);
  });
});

function row(standing: string, arrange: () => Stage, outcomes: readonly (readonly Outcome[])[]) {
  const flat = outcomes.flat();
  if (flat.length !== COLUMNS.length) throw new Error(`${standing}: ${flat.length} outcomes`);
  return [standing, arrange, flat] as const;
}

function someoneElse(made: Stage): ParticipantId {
  const all = Object.values(made.room?.participants ?? {});
  return all.find(({ principal }) => principal !== ben)?.id ?? nobody;
}

/** Ben is host because Ana handed over to him before these people came. */
function hostWith(...people: readonly PrincipalId[]): Stage {
  const made = handedOver();
  made.command(cleo, { type: 'leave' });
  for (const principal of people) made.join(principal);
  return made;
}

/** Cleo came as a guest when Ben was one too. */
function handedOver(): Stage {
  const made = stage(ana, ben, cleo);
  made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
  return made;
}

function locked(made: Stage, by = ben): Stage {
  made.command(by, { type: 'lock' });
  return made;
}

function lost(made: Stage): Stage {
  made.order({ type: 'lose-connection', participant: made.who(ben).id });
  return made;
}

function out(made: Stage): Stage {
  made.command(ben, { type: 'leave' });
  return made;
}

function ended(made: Stage, lock: boolean, by = ben): Stage {
  made.command(by, { type: 'end-room', reason: '', lock });
  return made;
}

function removed(bar: boolean): Stage {
  const made = hostWith(ana);
  made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar });
  return made;
}

test('media and name as they are come to nothing, whoever has them', () => {
  for (const made of [stage(ana, ben), handedOver(), locked(hostWith(cleo))]) {
    expect(outcome(made.command(ben, { type: 'set-media-state', media: OFF }))).toEqual([]);
    expect(outcome(made.command(ben, { type: 'rename', name: 'Ben' }))).toEqual([]);
  }
});
