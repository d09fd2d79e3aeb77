import { type Comparison, OURS } from '../contract.ts';
import type { Machine } from '../machine.ts';
import { contestantsOf, figuresOf, ratioTo, summaryOf } from '../statistics.ts';

/** A comparison with what it comes to: all that is printed and kept. */
export interface Judged extends Omit<Comparison, 'goals'> {
  readonly scenario: string;
  readonly goals: readonly { readonly says: string; readonly value: number; readonly met: boolean }[];
}

export function judge(scenario: string, comparison: Comparison): Judged {
  const goals = comparison.goals.flatMap((goal) => {
    const verdict = goal.judge(comparison);
    return verdict ? [{ says: goal.says, ...verdict }] : [];
  });
  return { ...comparison, scenario, goals };
}

/** Three digits that matter. */
export function short(figure: number): string {
  if (!Number.isFinite(figure)) return '-';
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : Math.abs(figure) >= 0.1 ? 2 : 3;
  return figure.toFixed(digits).replaceAll(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

const HEAD = ['work', 'who', 'figures', 'median', 'p95', 'p99', 'Parley to it (rounds)', 'goal'];

/** One row for each contestant of each comparison; the goals stand in our own row. */
function rowsOf(judged: readonly Judged[]): readonly (readonly string[])[] {
  return judged.flatMap(({ work, unit, rounds, goals }) =>
    contestantsOf(rounds).map((contestant, index) => {
      const { count, median, p95, p99 } = summaryOf(figuresOf(rounds, contestant));
      const ratio = contestant === OURS ? null : ratioTo(contestant, rounds);
      const ours = contestant === OURS ? goals : [];
      return [
        index === 0 ? (unit === '' ? work : `${work} (${unit})`) : '',
        contestant,
        String(count),
        short(median),
        short(p95),
        short(p99),
        ratio ? `${short(ratio.median)} (${short(ratio.least)} to ${short(ratio.most)})` : '',
        ours.map(verdict).join('; '),
      ];
    }),
  );
}

const verdict = ({ says, value, met }: Judged['goals'][number]): string =>
  `${met ? 'met' : 'SHORT'}: ${says} (${short(value)})`;

/** A Markdown table with its columns in line, which reads as well on a terminal. */
export function tableOf(judged: readonly Judged[]): string {
  const rows = [HEAD, ...rowsOf(judged)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const notes = judged.flatMap(({ work, note }) => (note === undefined ? [] : [`- ${work}: ${note}`]));
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

export function machineLines(machine: Machine): string {
  const { at, cores, cpu, memoryGb, load, kernel, node, versions, durableWriteMs } = machine;
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured ${at} on ${cores} cores (${cpu}), ${memoryGb} GB, Linux ${kernel}, Node ${node}, load ${load.toFixed(2)} before the start.`,
    `${names.join(', ')}. A durable write of 4 KB takes ${short(durableWriteMs)} ms.`,
  ].join('\n');
}

/** What falls short of the performance paper; empty where nothing does. */
export function shortfalls(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap(({ work, goals }) =>
    goals.filter(({ met }) => !met).map(({ says, value }) => `${work}: ${says}, but ${short(value)}`),
  );
}
