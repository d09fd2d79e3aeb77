import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';

import { median } from './statistics.ts';

/** What the figures were measured on. */
export interface Machine {
  readonly at: string;
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  /** Of the last minute, before anything was started. */
  readonly load: number;
  readonly kernel: string;
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Median milliseconds of a 4 KB write that waits for the disk under the temporary folder. */
  readonly durableWriteMs: number;
}

const PACKAGES = ['ws', 'socket.io', 'peer', 'simple-peer', 'electron', 'libsql'];

/** `root` is the checkout, `folder` on the disk that the servers write to. */
export function readMachine(root: string, folder: string): Machine {
  const [first] = cpus();
  return {
    at: new Date().toISOString(),
    cores: cpus().length,
    cpu: first?.model.trim() ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? NaN,
    kernel: release(),
    node: process.versions.node,
    versions: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(root, name)])),
    durableWriteMs: readDurableWrite(folder),
  };
}

function versionOf(root: string, name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}

/** Median milliseconds of a write of one page that waits for the disk under `folder`. */
export function readDurableWrite(folder: string): number {
  const path = join(folder, 'durable-write');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 50 }, () => {
    const start = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(path);
  return median(times);
}
