import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import { RoomEvent } from '#protocol/wire/event.ts';
import { type Action, sequences } from './actions.ts';
import { FAILED } from './failedSequences.ts';
import { Broken, LAWS } from './law.ts';
import { play, type Tally } from './world.ts';

const RUNS = 10_000;

/** Many times less than what comes up seldomest, so that chance does not fail the run. */
const OFTEN = 20;

/** Everything that can happen in a room, and everything that the rules refuse with. */
const REACHED = RoomEvent.options
  .map((option): string => option.entries.type.literal)
  // Stands for others on the way to somebody who may not see them; no decision has it.
  .filter((type) => type !== 'unseen')
  .concat(
    ['not-joined', 'forbidden', 'room-not-found', 'room-exists', 'room-locked', 'room-ended', 'room-full', 'barred']
      .concat('no-such-participant', 'not-locked', 'already-locked', 'already-ending', 'not-ending')
      .concat('not-barred', 'already-asked', 'text-too-long', 'too-fast', 'already-shared', 'not-shared')
      .concat('unknown-role', 'last-host', 'too-many-speakers')
      .concat('lobby-full', 'lobby-off', 'not-admitted', 'not-waiting')
      .map((code) => `refused ${code}`),
  );

describe(`${RUNS} random sequences of orders`, () => {
  const tally: Tally = new Map();
  let report: fc.RunDetails<(readonly Action[])[]>;

  beforeAll(() => {
    report = fc.check(
      fc.property(sequences, (actions) => play(actions, tally)),
      { numRuns: RUNS, examples: FAILED.map((actions) => [actions]) },
    );
  }, 240_000);

  test.each(Object.entries(LAWS))('hold %s: %s', (law) => {
    const { failed, errorInstance, numRuns } = report;
    const broken = errorInstance instanceof Broken ? errorInstance.law : null;
    // A run that was cut short has proved nothing about the other laws either.
    const why = String(broken) === law ? fc.defaultReportMessage(report) : `cut short, see law ${broken}`;
    expect(failed ? why : 'held').toBe('held');
    expect(numRuns).toBe(RUNS);
  });

  test('reach every event and every refusal', () => {
    const seldom = REACHED.filter((what) => (tally.get(what) ?? 0) < OFTEN);
    expect(seldom.map((what) => [what, tally.get(what) ?? 0])).toEqual([]);
  });
});
