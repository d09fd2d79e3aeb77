import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createFileLog } from '#main/logging/fileLog.ts';

import { FakeClock } from './support/fakeClock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an entry is one line of JSON with its time', () => {
  const path = join(folder, 'logs', 'main.log');
  const log = createFileLog(path, new FakeClock());
  log('started', { version: '0.1.0' });
  log('two\nlines');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { at: '2023-11-14T22:13:20.000Z', what: 'started', version: '0.1.0' },
    { at: '2023-11-14T22:13:20.000Z', what: 'two\nlines' },
  ]);
});

test('never takes more than two megabytes', () => {
  const path = join(folder, 'main.log');
  const log = createFileLog(path, new FakeClock());
  const filler = 'x'.repeat(100_000);
  for (let entry = 0; entry < 30; entry += 1) log('filled', { filler, entry });
  expect(statSync(path).size).toBeLessThanOrEqual(1_048_576);
  expect(statSync(`${path}.old`).size).toBeLessThanOrEqual(1_048_576);
  expect(readFileSync(path, 'utf8')).toContain('"entry":29');
});

test('a disk that refuses is no reason to stop', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const log = createFileLog(join(file, 'main.log'), new FakeClock());
  expect(() => log('started')).not.toThrow();
  expect(existsSync(join(file, 'main.log'))).toBe(false);
});
