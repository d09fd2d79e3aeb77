import { isDeepStrictEqual } from 'node:util';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { ErrorCode } from '#protocol/errors.ts';
import { REASON_TYPES } from '#protocol/reasons.ts';
import type { Session, SessionIn } from '#protocol/session.ts';
import type { SessionInput } from '#meeting/session/input.ts';
import { reasonOf } from '#meeting/reason.ts';
import { reduce } from '#meeting/session/reduce.ts';

import { AT, elsewhere, ending, removal, room, sessions, target, welcomed } from './fixtures.ts';

const at = fc.integer({ min: AT, max: AT + 100_000 });

// Weighted towards what leads deep into a life, so that sequences do not linger in preview.
const input: fc.Arbitrary<SessionInput> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(target, elsewhere).map((target) => ({ type: 'open', target }) as const) },
  { weight: 3, arbitrary: fc.constant({ type: 'join' } as const) },
  { weight: 3, arbitrary: fc.constant({ type: 'switch', target: elsewhere } as const) },
  { weight: 1, arbitrary: fc.nat(50).map((attempt) => ({ type: 'attempt', attempt }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .record({ code: fc.constantFrom(...ErrorCode.options), mayUnlock: fc.boolean(), at })
      .map(({ code, mayUnlock, at }) => ({ type: 'refused', error: { code }, mayUnlock, at }) as const),
  },
  { weight: 4, arbitrary: fc.constant(welcomed) },
  { weight: 1, arbitrary: fc.nat(99).map((rev) => ({ type: 'room-changed', room: { ...room, rev } }) as const) },
  { weight: 2, arbitrary: at.map((at) => ({ type: 'connection-lost', at }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      reason: fc.constantFrom(...REASON_TYPES).map(reasonOf),
      removal: fc.constantFrom(null, removal, ending, { ...removal, locked: true }),
      locked: fc.boolean(),
      at,
      type: fc.constant('terminated' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ at, switching: fc.constantFrom(true, undefined) })
      .map(({ at, switching }) => ({ type: 'left', at, switching }) as const),
  },
  { weight: 1, arbitrary: at.map((at) => ({ type: 'cancel', at }) as const) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'unlocked' } as const, { type: 'dismiss' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .record({ role: fc.constantFrom('host', 'guest', null), code: fc.constantFrom(...ErrorCode.options, null) })
      .map(({ role, code }) => ({
        type: 'standing' as const,
        role,
        refusal: code === null ? null : { code },
        mayUnlock: role === 'host',
      })),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'released' } as const) },
);

const LEGAL: Readonly<Record<Session['phase'], readonly Session['phase'][]>> = {
  idle: ['preview'],
  preview: ['preview', 'joining', 'idle'],
  joining: ['joining', 'joined', 'preview', 'idle', 'over'],
  joined: ['joined', 'reconnecting', 'over'],
  reconnecting: ['reconnecting', 'joined', 'over'],
  over: ['over', 'idle', 'preview', 'joining'],
};

test('no sequence of inputs gives a stay two exits, or a way out of over that nobody asked for', () => {
  let exits = 0;
  const start = fc.constantFrom<Session>(sessions.idle, sessions.preview, sessions.joined, sessions.reconnecting);
  fc.assert(
    fc.property(start, fc.array(input, { maxLength: 40, size: 'max' }), (start, inputs) => {
      let session: Session = start;
      for (const input of inputs) {
        const before: Session = session;
        session = reduce(before, input);
        if (session === before) continue;
        invariant(LEGAL[before.phase].includes(session.phase), `${before.phase} does not lead to ${session.phase}`);
        if (session.phase === 'over' && before.phase !== 'over') {
          exits += 1;
          mustBeginOver(before, session);
        }
        if (before.phase === 'over') mustFollowOver(before, input, session);
      }
    }),
    { numRuns: 10_000 },
  );
  // The property is worth something only if lives do end in it.
  expect(exits).toBeGreaterThan(5_000);
}, 60_000);

type Over = SessionIn<'over'>;

function mustBeginOver(before: Session, over: Over): void {
  invariant(!over.exit.released, 'nothing is released at the moment of an exit');
  if (before.phase === 'joining') {
    invariant(over.exit.reason.code === 1104, 'whoever was not in yet can only have failed to switch');
    invariant(over.target === before.switchedFrom?.target, 'a switch that failed leads back to where it came from');
    invariant(over.exit.sought === before.target, 'and says where it should have led');
    return;
  }
  invariant(before.phase === 'joined' || before.phase === 'reconnecting', 'only who is inside can get out');
  invariant(over.target === before.target, 'an exit is from the meeting that one was in');
}

function mustFollowOver(before: Over, input: SessionInput, after: Session): void {
  if (after.phase !== 'over') {
    invariant(['dismiss', 'join', 'open', 'switch'].includes(input.type), 'over is left only when the person asks');
    invariant(before.exit.released, 'over is left only when everything is released');
    return;
  }
  if (input.type === 'standing') {
    invariant(before.exit.released && after.exit === before.exit, 'the way back changes no exit');
    return;
  }
  invariant(input.type === 'released' && !before.exit.released, 'an exit is released once');
  const { released: _before, ...was } = before.exit;
  const { released, ...is } = after.exit;
  invariant(released && isDeepStrictEqual(is, was), 'an exit stays what it was');
}

function invariant(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}
