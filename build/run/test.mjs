// Everything that must hold, on a machine with nothing but Node and npm: `npm test`. The last line has the totals.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { buildApp } from '../setup/bundles.mjs';
import { inWords, programCheck, runChecks, sum } from '../setup/checks.mjs';
import { ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry, SetupProblem } from '../setup/progress.mjs';
import { environmentFor, makeReady } from '../setup/ready.mjs';

const REPORTS = join(ROOT, 'out/reports');
const PROJECTS = ['pure', 'node', 'web', 'tests'];

/** @param {string} script Inside node_modules. */
function installed(script) {
  return join(ROOT, 'node_modules', script);
}

/** @param {string} name @param {readonly string[]} projects */
function vitest(name, projects) {
  const report = join(REPORTS, `${name}.json`);
  return programCheck({
    name,
    report,
    commands: [
      [
        installed('vitest/vitest.mjs'),
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
    ],
  });
}

/** @param {string} project @param {Record<string, string | undefined>} env */
function windows(project, env) {
  const report = join(REPORTS, `${project}.json`);
  return programCheck({
    name: project,
    report,
    env: { ...env, PARLEY_E2E_REPORT: report },
    commands: [
      [installed('@playwright/test/cli.js'), 'test', `--project=${project}`, `--output=test-results/${project}`],
    ],
    live: true,
  });
}

/** @param {import('../setup/progress.mjs').Progress} progress */
function checksWithoutWindows(progress) {
  return [
    {
      name: 'build',
      run: async () => {
        const start = performance.now();
        const output = await buildApp({ progress }).then(
          () => null,
          (error) => String(error?.stack ?? error),
        );
        const failed = output === null ? 0 : 1;
        return {
          name: 'build',
          passed: 1 - failed,
          failed,
          skipped: 0,
          ms: performance.now() - start,
          output: output ?? '',
        };
      },
    },
    programCheck({
      name: 'types',
      commands: PROJECTS.map((project) => [installed('typescript/bin/tsc'), '-p', `build/tsconfig.${project}.json`]),
    }),
    programCheck({ name: 'lint', commands: [[installed('oxlint/bin/oxlint'), '--type-aware']] }),
    programCheck({ name: 'format', commands: [[installed('prettier/bin/prettier.cjs'), '--check', '.']] }),
    vitest('unit', ['unit', 'page']),
  ];
}

/** @param {import('../setup/ready.mjs').Ready} ready @param {import('../setup/progress.mjs').Progress} progress */
async function runAll({ electron, openDesktop }, progress) {
  const first = await runChecks(checksWithoutWindows(progress), { atOnce: 2, progress });
  if (first.some(({ name, failed }) => name === 'build' && failed > 0)) {
    progress('Without a build there is no app to test any further.');
    return first;
  }
  const desktop = await openDesktop();
  try {
    const env = environmentFor(electron, desktop);
    rmSync(join(ROOT, 'out/exits'), { recursive: true, force: true });
    // One after the other, and with the machine to themselves: they wait for real connections and real video. What they
    // see of exits is looked at last.
    const checks = [
      vitest('integration', ['integration']),
      windows('e2e', env),
      windows('page', env),
      vitest('exits', ['exits']),
    ];
    const timed = await runChecks(checks, { atOnce: 1, progress });
    return [...first, ...timed];
  } finally {
    await desktop.close();
  }
}

await runEntry(async () => {
  if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';
  const progress = progressTo();
  try {
    const ready = await makeReady({ progress, tests: true, retryElectron: process.argv.includes('--retry-electron') });
    const results = await runAll(ready, progress);
    const width = Math.max(...results.map(({ name }) => name.length));
    const lines = results.map((result) => {
      const seconds = `${(result.ms / 1000).toFixed(1)} s`;
      return `${result.failed > 0 ? 'FAILED' : 'ok    '}  ${result.name.padEnd(width)}  ${seconds.padStart(8)}  ${inWords(result)}`;
    });
    const total = sum(results);
    process.stdout.write(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
    return total.failed > 0 ? 1 : 0;
  } catch (error) {
    const words = error instanceof SetupProblem ? error.message : error instanceof Error ? error.stack : String(error);
    process.stdout.write(`\n${words}\n\n0 passed, 1 failed\n`);
    return 1;
  }
});
