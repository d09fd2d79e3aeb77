import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './child.mjs';
import { ROOT } from './paths.mjs';

/** A check that says nothing for so long hangs. */
const SILENCE_MS = 300_000;

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 * @typedef {Totals & { name: string, ms: number, output: string }} CheckResult
 * @typedef {{ name: string, run: () => Promise<CheckResult> }} Check
 *
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} VitestReport
 */

/**
 * The totals in a report, whichever of our two test runners wrote it; null if there is none.
 * @param {string} file
 * @returns {Totals | null}
 */
export function readReport(file) {
  /** @type {PlaywrightReport | VitestReport} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/**
 * One program as a check. With a report, its tests are counted one by one, else the program counts as one.
 * @param {object} options
 * @param {string} options.name
 * @param {readonly (readonly [string, ...string[]])[]} options.commands Node scripts with their arguments, run in turn.
 * @param {string} [options.report] Where the last one leaves its report, in JSON.
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.live] Show its output as it comes; without, only that of a check that failed is shown.
 * @returns {Check}
 */
export function programCheck({ name, commands, report, env = process.env, live = false }) {
  const run = async () => {
    const start = performance.now();
    if (report) {
      mkdirSync(join(report, '..'), { recursive: true });
      rmSync(report, { force: true });
    }
    let output = '';
    let ok = true;
    for (const command of commands) {
      const ended = await runToEnd(process.execPath, command, {
        cwd: ROOT,
        env: { ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
        silenceMs: SILENCE_MS,
        ...(live ? { onLine: (line) => void process.stdout.write(`${line}\n`) } : {}),
      });
      output += ended.output;
      if (ended.silent) output += `\n${name} said nothing for ${SILENCE_MS / 1000} s and was stopped.\n`;
      ok &&= ended.code === 0;
    }
    const totals = (report && readReport(report)) || { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
    // A runner that fails without a failed test could not load one, or broke.
    if (!ok && totals.failed === 0) totals.failed = 1;
    return { name, ...totals, ms: performance.now() - start, output: live ? '' : output };
  };
  return { name, run };
}

/**
 * Runs checks, so many at a time, and tells of each as it ends.
 * @param {readonly Check[]} checks
 * @param {{ atOnce: number, progress: import('./progress.mjs').Progress }} options
 * @returns {Promise<CheckResult[]>} In the order of `checks`.
 */
export async function runChecks(checks, { atOnce, progress }) {
  /** @type {CheckResult[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < checks.length; at = next++) {
      const check = /** @type {Check} */ (checks[at]);
      const result = await check.run();
      results[at] = result;
      progress(`${check.name}: ${inWords(result)} (${(result.ms / 1000).toFixed(1)} s)`);
      if (result.failed > 0 && result.output) process.stdout.write(`\n${result.output.trimEnd()}\n\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** @param {Totals} totals */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {readonly Totals[]} results @returns {Totals} */
export function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of results) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
