import { describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';
import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { ana, ben, cleo, dan, nobody, ON, outcome, stage, Stage } from './stage.ts';

/*
 * Who may moderate, whole: Ben gives every command, the rows are how he stands to the room. Cleo has everything on, Ana
 * is a host who has everything off, and Dan is barred.
 */

const COMMANDS = {
  'mute Cleo': (made) => ({ type: 'mute', participant: idOf(made, cleo), media: ['microphone'] }),
  'mute everybody': () => ({ type: 'mute', participant: 'all', media: ['microphone', 'camera'] }),
  'ask Ana': (made) => ({ type: 'ask-to-unmute', participant: idOf(made, ana), media: ['microphone'] }),
  'say no': () => ({ type: 'decline-unmute' }),
  'let Dan back in': () => ({ type: 'unbar', principal: dan }),
} as const satisfies Record<string, (made: Stage) => CommandRequest>;
type CommandName = keyof typeof COMMANDS;
type Outcome = ErrorCode | '-' | RoomEvent['type'];
const COLUMNS = Object.keys(COMMANDS) as readonly CommandName[];

const MODERATES: readonly Outcome[] = ['media-stopped', 'media-stopped', 'unmute-asked', '-', 'principal-unbarred'];
const GUEST: readonly Outcome[] = ['forbidden', 'forbidden', 'forbidden', '-', 'forbidden'];
const OUTSIDE: readonly Outcome[] = Array<Outcome>(5).fill('not-joined');

const MATRIX: readonly (readonly [string, () => Stage, readonly Outcome[]])[] = [
  ['a host', host, MODERATES],
  ['a host in a locked room', () => after(host(), { type: 'lock' }), MODERATES],
  ['a host whose connection is lost', () => lost(host()), MODERATES],
  ['a guest', guest, GUEST],
  ['a guest who is asked', () => after(guest(), askBen, ana), [...GUEST.slice(0, 3), 'unmute-declined', 'forbidden']],
  ['a host made a guest meanwhile', () => demoted(host()), GUEST],
  ['a guest made a host meanwhile', () => promoted(guest()), MODERATES],
  ['a host who left', () => after(host(), { type: 'leave' }), OUTSIDE],
  ['a host who was removed', () => after(host(), removeBen, ana), OUTSIDE],
  ['a guest of an ended room', () => after(guest(), { type: 'end-room', reason: '', lock: false }, ana), OUTSIDE],
  ['a host of an ended room', () => after(host(), { type: 'end-room', reason: '', lock: true }), OUTSIDE],
  ['a stranger', () => room(), OUTSIDE],
  ['somebody where there is no room', () => new Stage(), Array<Outcome>(5).fill('room-not-found')],
];

describe.each(MATRIX)('to %s', (_standing, arrange, expected) => {
  test.each(COLUMNS.map((name, column) => [name, expected[column]] as const))('%s is %s', (name, expected) => {
    const made = arrange();
    const before = JSON.stringify(made.room);
    const { room } = made;
    const came = outcome(made.command(ben, COMMANDS[name](made)));
    expect(typeof came === 'string' ? came : (came[0] ?? '-')).toBe(expected);
    expect(JSON.stringify(room), 'the room before is left as it was').toBe(before);
  });
});

function room(): Stage {
  const made = stage(ana, cleo, dan);
  made.command(ana, { type: 'remove', participant: made.who(dan).id, reason: '', bar: true });
  made.command(cleo, { type: 'set-media-state', media: ON });
  return made;
}

function guest(): Stage {
  const made = room();
  made.join(ben);
  return made;
}

function host(): Stage {
  return promoted(guest());
}

function promoted(made: Stage): Stage {
  made.order({ type: 'assign-role', principal: ben, role: 'host' });
  return made;
}

function demoted(made: Stage): Stage {
  made.order({ type: 'assign-role', principal: ben, role: 'guest' });
  return made;
}

function lost(made: Stage): Stage {
  made.order({ type: 'lose-connection', participant: made.who(ben).id });
  return made;
}

function after(made: Stage, command: CommandRequest | ((made: Stage) => CommandRequest), by = ben): Stage {
  made.command(by, typeof command === 'function' ? command(made) : command);
  return made;
}

function askBen(made: Stage): CommandRequest {
  return { type: 'ask-to-unmute', participant: made.who(ben).id, media: ['microphone'] };
}

function removeBen(made: Stage): CommandRequest {
  return { type: 'remove', participant: made.who(ben).id, reason: '', bar: false };
}

/** Of somebody who may be gone with the meeting. */
function idOf(made: Stage, principal: PrincipalId): ParticipantId {
  const joined = made.log.findLast(
    (event) => event.type === 'participant-joined' && event.participant.principal === principal,
  );
  return joined?.type === 'participant-joined' ? joined.participant.id : nobody;
}
