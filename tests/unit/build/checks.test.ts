import { join } from 'node:path';

import { expect, test } from 'vitest';

import { inWords, programCheck, readReport, runChecks, sum } from '#build/setup/checks.mjs';

import { listener, temporaryFolder, write } from './fakes.ts';

const VITEST = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
const PLAYWRIGHT = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };

function program(script: string): string {
  const folder = temporaryFolder();
  write(folder, { 'check.cjs': script });
  return join(folder, 'check.cjs');
}

test.each([
  ['vitest', VITEST, { passed: 7, failed: 1, skipped: 2 }],
  ['Playwright, where a test that passes only sometimes has failed', PLAYWRIGHT, { passed: 5, failed: 2, skipped: 2 }],
])('reads the totals of %s', (_, report, totals) => {
  const folder = temporaryFolder();
  write(folder, { 'report.json': report });
  expect(readReport(join(folder, 'report.json'))).toEqual(totals);
});

test('a program without report counts as one', async () => {
  const passed = await programCheck({ name: 'good', commands: [[program('')]] }).run();
  expect(passed).toMatchObject({ passed: 1, failed: 0 });
});

test('a program that fails shows what it said', async () => {
  const check = programCheck({ name: 'bad', commands: [[program('console.log("why"); process.exit(2)')]] });
  const failed = await check.run();
  expect(failed).toMatchObject({ passed: 0, failed: 1 });
  expect(failed.output).toContain('why');
});

test('a runner that breaks has failed, whatever its report says', async () => {
  const folder = temporaryFolder();
  const report = join(folder, 'reports/report.json');
  const broken = `require('node:fs').writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(
    JSON.stringify({ ...VITEST, numFailedTests: 0 }),
  )}); process.exit(1)`;
  const result = await programCheck({ name: 'broken', report, commands: [[program(broken)]] }).run();
  expect(result).toMatchObject({ passed: 7, failed: 1 });
});

test('a report of an earlier run is not taken for this one', async () => {
  const folder = temporaryFolder();
  write(folder, { 'report.json': VITEST });
  const check = programCheck({
    name: 'gone',
    report: join(folder, 'report.json'),
    commands: [[program('process.exit(1)')]],
  });
  expect(await check.run()).toMatchObject({ passed: 0, failed: 1 });
});

test('checks run so many at a time, and their results keep their order', async () => {
  let running = 0;
  let most = 0;
  const check = (name: string, ms: number) => ({
    name,
    run: async () => {
      most = Math.max(most, (running += 1));
      await new Promise((done) => {
        setTimeout(done, ms);
      });
      running -= 1;
      return { name, passed: 1, failed: 0, skipped: 0, ms, output: '' };
    },
  });
  const { told, progress } = listener();
  const results = await runChecks([check('slow', 40), check('quick', 5), check('third', 5)], { atOnce: 2, progress });
  expect(results.map(({ name }) => name)).toEqual(['slow', 'quick', 'third']);
  expect(most).toBe(2);
  expect(told[0]).toContain('quick: 1 passed, 0 failed');
  expect(inWords(sum(results))).toBe('3 passed, 0 failed');
});
