import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { REASON_TYPES, REASONS } from '#protocol/reasons.ts';
import { readRecords, ROOT } from '#tests/fixtures/exitRecords.ts';

import { codesOf, rowsOf } from './rows.ts';
import { showExit } from './say.tsx';
import { tableOf } from './table.ts';
import { UNSEEN } from './unseen.ts';

const records = readRecords();
const rows = rowsOf(records);

test('the run has left records of exits', () => {
  expect(records.length, 'run the integration tests first, as npm test does').toBeGreaterThan(0);
});

describe('every reason was seen from both sides by a test on a real server', () => {
  const seen = new Set(records.filter(({ others }) => others.length > 0).map(({ code }) => code));
  const expected = REASON_TYPES.filter((type) => UNSEEN[type] === undefined);
  const unseen = REASON_TYPES.filter((type) => UNSEEN[type] !== undefined);

  test.each(expected.map((type) => [REASONS[type].code, type] as const))('%i %s', (code) => {
    expect(seen, `no test has kept ${code} by recordExit`).toContain(code);
  });

  test('but for those that are said to be unseen, with the reason why', () => {
    const stale = unseen.filter((type) => seen.has(REASONS[type].code));
    expect(stale, 'seen by now: no longer for tests/exits/unseen.ts').toEqual([]);
  });
});

describe('tests that saw the same exit agree on it', () => {
  test.each(rows.map((row) => [`${row.code}: ${row.what}`, row] as const))('%s', async (_name, { records }) => {
    const leavers = new Set(records.map(({ leaver }) => codesOf(leaver)));
    expect(leavers.size).toBe(1);
    const titles = new Set<string>();
    for (const { leaver } of records) {
      if (leaver.exit !== null) titles.add((await showExit(leaver, leaver.exit)).title);
    }
    expect(titles.size).toBeLessThanOrEqual(1);
  });
});

test('docs/exits.md says what the tests saw: `npm run exits` writes it anew', async () => {
  await expect(await tableOf(rows)).toMatchFileSnapshot(join(ROOT, 'docs/exits.md'));
});
