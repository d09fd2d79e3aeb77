import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Ticks of /proc's clock in a second; the same on every Linux that Node runs on. */
const TICKS = 100;

/** Whether the kernel tells of other processes: without, memory and CPU have no figures. */
export const hasProcfs = existsSync('/proc/self/smaps_rollup');

/** Milliseconds of CPU that the process has used, in the kernel's part too. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is a name in parentheses, which may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Kilobytes of memory that are the process's own, with its share of what it shares. */
export function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
}

/** The process and all that descend from it. */
export function familyOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : null;
    return parent === null ? [] : [[Number(name), parent] as const];
  });
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null; // Ended meanwhile.
  }
}
