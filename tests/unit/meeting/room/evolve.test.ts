import { describe, expect, test } from 'vitest';

import { reasonOf } from '#meeting/reason.ts';
import { evolve, fold } from '#meeting/room/evolve.ts';
import type { Incarnation, PrincipalId } from '#protocol/ids.ts';
import type { Participant } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { ana, ben, cleo, closedStage, nobody, OFF, ON, ROOM, stage, type Stage, T0 } from './stage.ts';

const at = T0;
const by = null;
const ending = { cause: 'policy', by, note: '', locked: false, at } as const;

function someone(principal: PrincipalId, over: Partial<Participant> = {}): Participant {
  const rest = { joinedAt: at, connection: 'live', lostAt: null, media: OFF, name: 'Somebody', role: 'guest' } as const;
  return { id: nobody, principal, ...rest, ...over };
}

const joined = (participant: Participant): RoomEvent => ({ type: 'participant-joined', participant, at });
const opened = (incarnation: string): RoomEvent => ({
  type: 'room-opened',
  incarnation: incarnation as Incarnation,
  at,
});

/** Each with the room that it can't follow on, and why not. */
const IMPOSSIBLE: readonly (readonly [string, string, (made: Stage) => RoomEvent, () => Stage])[] = [
  ['a creation', 'the room exists', () => ({ type: 'room-created', room: ROOM, host: ana, inviteHash: '', at }), stage],
  ['an opening', 'the room is open', () => opened('incarnation-x'), () => stage(ana)],
  ['an opening', 'the room is locked', () => opened('incarnation-x'), () => endedAndLocked()],
  ['an opening', 'that incarnation is over', ({ open }) => opened(open.incarnation ?? ''), closedStage],
  ['a join', 'the room is not open', () => joined(someone(ben)), stage],
  ['a join', 'the room is locked', () => joined(someone(ben)), () => lockedWith(ana)],
  ['a join', 'the principal is barred', () => joined(someone(ben)), () => benBarred()],
  ['a join', 'the participant is present', (made) => joined(someone(ben, { id: made.who(ana).id })), () => stage(ana)],
  ['a join', 'the principal is present', () => joined(someone(ana)), () => stage(ana)],
  ...(['connection-lost', 'connection-resumed'] as const).map(
    (type) =>
      [type, 'the participant is not present', () => ({ type, participant: nobody, at }), () => stage(ana)] as const,
  ),
  [
    'a departure',
    'the participant is not present',
    () => ({
      type: 'participant-left',
      participant: nobody,
      reason: reasonOf('UNKNOWN'),
      by,
      note: '',
      barred: null,
      at,
    }),
    () => stage(ana),
  ],
  [
    'a take-over',
    'the participant is not present',
    () => ({ type: 'participant-taken-over', participant: nobody, name: 'N', media: ON, at }),
    () => stage(ana),
  ],
  [
    'a change of media',
    'the participant is not present',
    () => ({ type: 'media-state-changed', participant: nobody, media: ON, at }),
    () => stage(ana),
  ],
  [
    'a new name',
    'the participant is not present',
    () => ({ type: 'participant-renamed', participant: nobody, name: 'N', at }),
    () => stage(ana),
  ],
  [
    'a role',
    'the principal is barred',
    () => ({ type: 'role-changed', principal: ben, role: 'host', by, at }),
    () => benBarred(),
  ],
  ['a lock', 'the room is locked', () => ({ type: 'room-locked', by, at }), () => lockedWith(ana)],
  ['an unlocking', 'the room is not locked', () => ({ type: 'room-unlocked', by, at }), () => stage(ana)],
  ['an end', 'the room is ended', () => ({ type: 'room-ended', ending }), () => endedAndLocked()],
  [
    'an end',
    'its doer is not present',
    () => ({ type: 'room-ended', ending: { ...ending, by: { participant: nobody, name: 'N' } } }),
    () => stage(ana),
  ],
  ['a closing', 'the room is not open', () => ({ type: 'room-closed', at }), stage],
  ['a closing', 'somebody is present', () => ({ type: 'room-closed', at }), () => stage(ana)],
];

describe('an event that can’t follow is a bug and throws', () => {
  test.each(IMPOSSIBLE)('%s where %s', (_what, why, event, arrange) => {
    const made = arrange();
    expect(() => evolve(made.room, event(made))).toThrow(why);
  });

  test('any but a creation where there is no room', () => {
    expect(() => evolve(null, opened('incarnation-x'))).toThrow('there is no room');
  });

  test('and the message names no name, id or reason, because it may be logged', () => {
    const made = lockedWith(ana);
    const event = joined(someone(ben, { name: 'Secret Name' }));
    expect(() => evolve(made.room, event)).toThrow(/^participant-joined cannot follow: the room is locked$/);
  });
});

describe('evolving', () => {
  test('adds one to the rev with each event, over incarnations, and folds to the same room', () => {
    const made = stage(ana, ben);
    made.command(ana, { type: 'end-room', reason: '', lock: false });
    made.join(ben);
    expect(made.open.rev).toBe(made.log.length);
    expect(fold(null, made.log)).toEqual(made.room);
    expect(fold(fold(null, made.log.slice(0, 3)), made.log.slice(3))).toEqual(made.room);
  });

  test('nothing leaves nothing, and a room as it is', () => {
    const { room } = stage(ana);
    expect(fold(null, [])).toBeNull();
    expect(fold(room, [])).toBe(room);
  });

  test('changes neither the room it began with nor any event, however many it writes at once', () => {
    const made = stage(ana, ben);
    const [room, since] = [made.open, made.log.length];
    made.command(ana, { type: 'set-media-state', media: ON });
    made.command(ben, { type: 'rename', name: 'Benjamin' });
    made.command(ana, { type: 'leave', handOverTo: made.who(ben).id });
    made.join(cleo);
    made.command(ben, { type: 'remove', participant: made.who(cleo).id, reason: '', bar: true });
    const events = made.log.slice(since);
    const before = JSON.stringify([room, events]);
    expect(fold(room, events)).toEqual(made.room);
    expect(() => fold(room, [...events, opened('incarnation-x')])).toThrow('the room is open');
    expect(JSON.stringify([room, events])).toBe(before);
  });

  test('a guest’s role is kept by not naming them', () => {
    const made = stage(ana, ben);
    const demoted = evolve(made.room, { type: 'role-changed', principal: ana, role: 'guest', by, at });
    expect(demoted.roles).toEqual({});
    expect(demoted.participants[made.who(ana).id]).toMatchObject({ role: 'guest' });
  });

  test('a role can change of somebody who is not present', () => {
    const made = stage(ana);
    const changed = evolve(made.room, { type: 'role-changed', principal: cleo, role: 'host', by, at });
    expect(changed).toMatchObject({ roles: { [ana]: 'host', [cleo]: 'host' }, participants: made.open.participants });
  });
});

function lockedWith(...people: readonly PrincipalId[]): Stage {
  const made = stage(...people);
  made.command(ana, { type: 'lock' });
  return made;
}

function endedAndLocked(): Stage {
  const made = stage(ana);
  made.command(ana, { type: 'end-room', reason: '', lock: true });
  return made;
}

function benBarred(): Stage {
  const made = stage(ana, ben);
  made.command(ana, { type: 'remove', participant: made.who(ben).id, reason: '', bar: true });
  return made;
}
