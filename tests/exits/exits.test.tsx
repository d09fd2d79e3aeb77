import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { REASON_TYPES, REASONS } from '#protocol/reasons.ts';
import { readRecords, ROOT } from '#tests/fixtures/exitRecords.ts';

import { codesOf, rowsOf } from './rows.ts';
import { showExit } from './say.tsx';
import { tableOf } from './table.ts';

const records = readRecords();
const rows = rowsOf(records);

test('the run has left records of exits', () => {
  expect(records.length, 'run the integration tests first, as npm test does').toBeGreaterThan(0);
});

describe('every reason was seen from both sides by a test on a real server', () => {
  const seen = new Set(records.filter(({ others }) => others.length > 0).map(({ code }) => code));

  test.each(REASON_TYPES.map((type) => [REASONS[type].code, type] as const))('%i %s', (code) => {
    expect(seen, `no test has kept ${code} by recordExit`).toContain(code);
  });
});

describe('tests that saw the same exit agree on it', () => {
  test.each(rows.map((row) => [`${row.code}: ${row.what}`, row] as const))('%s', async (_name, { records }) => {
    const leavers = new Set(records.map(({ leaver }) => codesOf(leaver)));
    expect(leavers.size).toBe(1);
    const shown = new Set<string>();
    for (const { leaver } of records) {
      if (leaver.exit === null) continue;
      const { title, words } = await showExit(leaver, leaver.exit);
      shown.add([title, ...words.slice(0, 1)].join(': '));
    }
    expect([...shown].slice(1)).toEqual([]);
  });
});

test('docs/exits.md says what the tests saw: `npm run exits` writes it anew', async () => {
  await expect(await tableOf(rows)).toMatchFileSnapshot(join(ROOT, 'docs/exits.md'));
});
