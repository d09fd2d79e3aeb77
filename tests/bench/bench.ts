// Measures Parley against its peers: `npm run bench -- [server | client | <scenario>...] [--quick] [--before=<server>]`.
// Prints figures and writes them down; none of them makes it fail, only work that is not done right. `--before` names
// another build of Parley's server, which then takes its turns too, to measure a change in pairs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { ROOT } from '#build/setup/paths.mjs';

import type { Context, Scale } from './contract.ts';
import { type Machine, readMachine } from './machine.ts';
import { type Judged, judge, machineLines, shortfalls, tableOf } from './report/table.ts';
import { chosen } from './scenarios.ts';

const OUT = join(ROOT, 'out/bench');

const FULL: Scale = { quick: false, rounds: 5, warmUp: 1 };
const QUICK: Scale = { quick: true, rounds: 2, warmUp: 1 };

type Setting = Omit<Context, 'scale'>;

async function measure(names: readonly string[], scale: Scale, machine: Machine, setting: Setting): Promise<boolean> {
  const judged: Judged[] = [];
  let broken = false;
  for (const scenario of chosen(names)) {
    const { name } = scenario;
    process.stdout.write(`\n${name}: ${scenario.about}\n`);
    try {
      const found = (await scenario.run({ ...setting, scale })).map((comparison) => judge(name, comparison));
      judged.push(...found);
      process.stdout.write(`\n${tableOf(found)}\n`);
    } catch (error) {
      broken = true;
      process.stdout.write(`  BROKEN: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    keep(machine, scale, judged);
  }
  const missed = shortfalls(judged);
  process.stdout.write(`\n${machineLines(machine)}\n`);
  if (missed.length > 0) process.stdout.write(`\nFalls short:\n${bullets(missed)}\n`);
  else process.stdout.write(broken ? '\nWhat ran does not fall short.\n' : '\nNothing falls short.\n');
  return broken;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** After each scenario, so that an interrupted run leaves what it knew. */
function keep(machine: Machine, scale: Scale, judged: readonly Judged[]): void {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'figures.json'), `${JSON.stringify({ machine, scale, comparisons: judged }, null, 2)}\n`);
  const missed = shortfalls(judged);
  const parts = ['# Figures', machineLines(machine), tableOf(judged), '## Falls short', bullets(missed) || 'Nothing.'];
  writeFileSync(join(OUT, 'figures.md'), `${parts.join('\n\n')}\n`);
}

const args = process.argv.slice(2);
const names = args.filter((argument) => !argument.startsWith('--'));
const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
try {
  const scale = args.includes('--quick') ? QUICK : FULL;
  const before = args.find((argument) => argument.startsWith('--before='))?.slice('--before='.length) ?? null;
  const setting: Setting = {
    folder,
    programs: join(ROOT, 'out/bench-programs'),
    before: before === null ? null : resolve(before),
    say: (text) => process.stdout.write(`  ${text}\n`),
  };
  process.exitCode = (await measure(names, scale, readMachine(ROOT, folder), setting)) ? 1 : 0;
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
