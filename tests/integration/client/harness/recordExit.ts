import { expect } from 'vitest';

import type { ReasonCode } from '#protocol/reasons.ts';
import type { SessionPhase } from '#protocol/session.ts';
import { keepRecord, type View } from '#tests/fixtures/exitRecords.ts';

import type { Person } from './party.ts';

/**
 * Keeps what both sides of an exit were told, for docs/exits.md: all of their notices, and the exit itself. Fails where
 * none of them was told of that code.
 */
export function recordExit(
  code: ReasonCode,
  what: string,
  { leaver, others }: { readonly leaver: Person; readonly others: readonly Person[] },
): void {
  const { testPath, currentTestName } = expect.getState();
  if (testPath === undefined || currentTestName === undefined) throw new Error('exits are recorded in tests');
  const test = currentTestName.replaceAll(' > ', ': ');
  keepRecord({
    code,
    what,
    level: 'integration',
    file: testPath,
    test,
    leaver: viewOf(leaver),
    others: others.map(viewOf),
  });
}

function viewOf({ client, notices, phases }: Person): View {
  const { session } = client;
  return { told: notices, exit: session.phase === 'over' ? session.exit : null, phases: pathOf(phases) };
}

function pathOf(phases: readonly SessionPhase[]): readonly SessionPhase[] {
  return phases.slice(phases.indexOf('joined')).filter((phase, at, all) => phase !== all[at - 1]);
}
