import { describe, expect, test } from 'vitest';

import { reasonOf } from '#meeting/reason.ts';
import { exitsOf, framesOfEnding, framesOfTakeOver } from '#meeting/room/exits.ts';
import type { Decision } from '#meeting/room/order.ts';
import { isTerminalFor } from '#meeting/room/selectors.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { REASON_TYPES } from '#protocol/reasons.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { ana, ben, cleo, eventOf, nobody, OFF, stage, type Stage } from './stage.ts';

/** What each one who is out because of the order is told, by principal. */
function told(made: Stage, order: () => Decision) {
  const before = made.open;
  const decision = order();
  const events = decision.ok ? decision.events : [];
  return Object.fromEntries(
    events
      .flatMap((event) => exitsOf(before, event))
      .map(({ principal, removal, left }) => [principal, { removal, left }]),
  );
}

const left = (code: number, at: number) => ({ type: 'meeting-left', reason: expect.objectContaining({ code }), at });

describe('who is out is told', () => {
  test('after leaving: 1101 and no removal; nobody else is out', () => {
    const made = stage(ana, ben);
    expect(told(made, () => made.command(ben, { type: 'leave' }))).toEqual({
      [ben]: { removal: null, left: left(1101, made.at) },
    });
  });

  test.each([false, true])(
    'after an end, locked %s: the caller only 1008, the others who, why and the lock first',
    (lock) => {
      const made = stage(ana, ben, cleo);
      const peerWhoRemoved = { participant: made.who(ana).id, name: 'Ana' };
      const removal = { type: 'removed-from-room', reason: 'Done', roomWasEnded: true, peerWhoRemoved, locked: lock };
      expect(told(made, () => made.command(ana, { type: 'end-room', reason: 'Done', lock }))).toEqual({
        [ana]: { removal: null, left: left(1008, made.at) },
        [ben]: { removal, left: left(1008, made.at) },
        [cleo]: { removal, left: left(1008, made.at) },
      });
    },
  );

  test.each([false, true])('after a removal, barred %s: 1002, by whom and why; nobody else is out', (bar) => {
    const made = stage(ana, ben, cleo);
    const peerWhoRemoved = { participant: made.who(ana).id, name: 'Ana' };
    const { id } = made.who(ben);
    expect(told(made, () => made.command(ana, { type: 'remove', participant: id, reason: 'Noise', bar }))).toEqual({
      [ben]: {
        removal: { type: 'removed-from-room', reason: 'Noise', roomWasEnded: false, peerWhoRemoved, locked: bar },
        left: left(1002, made.at),
      },
    });
  });

  test('after an end through the API: 1009, a removal by nobody known, everybody', () => {
    const made = stage(ana, ben);
    const removal = {
      type: 'removed-from-room',
      reason: 'Over',
      roomWasEnded: true,
      peerWhoRemoved: null,
      locked: true,
    };
    expect(told(made, () => made.order({ type: 'end-by-api', note: 'Over', lock: true }))).toEqual({
      [ana]: { removal, left: left(1009, made.at) },
      [ben]: { removal, left: left(1009, made.at) },
    });
  });

  test('after a removal through the API: 1010 and a removal, which an unknown remover makes no end (semantics rule 5)', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ben);
    const removal = { type: 'removed-from-room', reason: '', roomWasEnded: false, peerWhoRemoved: null, locked: false };
    expect(told(made, () => made.order({ type: 'remove-by-api', participant: id, note: '', bar: false }))).toEqual({
      [ben]: { removal, left: left(1010, made.at) },
    });
  });

  test('after a removal by a participant nobody knows any more: still a removal, not an end (semantics rule 5)', () => {
    const made = stage(ana, ben);
    const { id } = made.who(ben);
    const before = made.open;
    const event = eventOf(
      made.command(ana, { type: 'remove', participant: id, reason: '', bar: false }),
      'participant-left',
    );
    expect(exitsOf(before, { ...event, by: null })).toMatchObject([
      {
        participant: id,
        principal: ben,
        removal: { roomWasEnded: false, peerWhoRemoved: null },
        left: { reason: { code: 1002 } },
      },
    ]);
  });

  test('after a close by policy: 1006, ended by nobody', () => {
    const made = stage(ana);
    const removal = {
      type: 'removed-from-room',
      reason: 'Time',
      roomWasEnded: true,
      peerWhoRemoved: null,
      locked: false,
    };
    expect(told(made, () => made.order({ type: 'close', policy: 'duration', note: 'Time' }))).toEqual({
      [ana]: { removal, left: { ...left(1006, made.at), policy: 'duration' } },
    });
  });

  test('after the grace time: 1001 and no removal', () => {
    const made = stage(ana, ben);
    made.order({ type: 'lose-connection', participant: made.who(ben).id });
    expect(told(made, () => made.order({ type: 'expire-lost', graceMs: 0 }))).toEqual({
      [ben]: { removal: null, left: left(1001, made.at) },
    });
  });

  test('on the old device of a take-over: 1011 and no removal, while the stay goes on', () => {
    const made = stage(ana);
    expect(told(made, () => made.join(ana))).toEqual({});
    expect(framesOfTakeOver(made.at)).toEqual({ removal: null, left: left(1011, made.at) });
  });

  test('when coming back to a room that ended meanwhile: the same as those who were there', () => {
    const made = stage(ana, ben);
    const [caller, other] = [made.who(ana).id, made.who(ben).id];
    const before = made.open;
    const event = eventOf(made.command(ana, { type: 'end-room', reason: 'Done', lock: true }), 'room-ended');
    const told = exitsOf(before, event).map(({ removal, left }) => ({ removal, left }));
    expect([caller, other].map((id) => framesOfEnding(event.ending, id))).toEqual(told);
  });
});

describe('an event', () => {
  const cases: readonly (readonly [string, (made: Stage) => Decision, readonly PrincipalId[]])[] = [
    [
      'room-ended is terminal for everybody',
      (made) => made.command(ana, { type: 'end-room', reason: '', lock: false }),
      [ana, ben],
    ],
    ['participant-left for the one', (made) => made.command(ben, { type: 'leave' }), [ben]],
    [
      'a handing over for who leaves',
      (made) => made.command(ana, { type: 'leave', handOverTo: made.who(ben).id }),
      [ana],
    ],
    ['a take-over for nobody', (made) => made.join(ben), []],
    ['a loss for nobody', (made) => made.order({ type: 'lose-connection', participant: made.who(ben).id }), []],
    ['a lock for nobody', (made) => made.command(ana, { type: 'lock' }), []],
    [
      'a change of media for nobody',
      (made) => made.command(ana, { type: 'set-media-state', media: { ...OFF, screen: true } }),
      [],
    ],
  ];

  test.each(cases)('%s, and only those have an exit', (_what, order, expected) => {
    const made = stage(ana, ben);
    const before = made.open;
    const decision = order(made);
    const events = decision.ok ? decision.events : [];
    expect(events).not.toHaveLength(0);
    expect(events.flatMap((event) => exitsOf(before, event)).map(({ principal }) => principal)).toEqual(expected);
    expect(terminalFor(before, events)).toEqual(expected);
  });

  test('about somebody not present puts nobody out', () => {
    const made = stage(ana);
    const event: RoomEvent = {
      type: 'participant-left',
      participant: nobody,
      reason: reasonOf('UNKNOWN'),
      by: null,
      note: '',
      barred: null,
      at: made.at,
    };
    expect(exitsOf(made.open, event)).toEqual([]);
  });

  test.each(REASON_TYPES)('with %s has that reason in meeting-left, and a removal only for 1002 and 1010', (type) => {
    const made = stage(ana);
    const { id } = made.who(ana);
    const reason = reasonOf(type);
    const event: RoomEvent = {
      type: 'participant-left',
      participant: id,
      reason,
      by: null,
      note: '',
      barred: null,
      at: made.at,
    };
    const [exit] = exitsOf(made.open, event);
    expect(exit?.left).toEqual({ type: 'meeting-left', reason, at: made.at });
    expect(exit?.removal !== null).toBe(reason.code === 1002 || reason.code === 1010);
  });
});

function terminalFor(before: Room, events: readonly RoomEvent[]): readonly PrincipalId[] {
  return Object.values(before.participants)
    .filter(({ id }) => events.some((event) => isTerminalFor(event, id)))
    .map(({ principal }) => principal);
}
