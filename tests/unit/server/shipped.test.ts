import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { SETTING_NAMES, settingOf } from '#server/cli/configuration.ts';
import { ConfigurationError } from '#server/cli/problem.ts';
import { readConfiguration } from '#server/cli/readConfiguration.ts';

const ROOT = join(import.meta.dirname, '../../..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const VARIABLES = ['PARLEY_CONFIG', ...SETTING_NAMES.map((name) => settingOf(name).variable)];
const FLAGS = [
  '--config',
  '--check',
  '--health',
  ...SETTING_NAMES.map((name) => settingOf(name).flag?.split(' ', 1)[0] ?? ''),
];

describe('what is shipped with the server knows its settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-shipped-'));
  const file = join(folder, 'parley.yaml');

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What is wrong with a configuration file of this text. */
  function wrong(text: string): readonly string[] {
    writeFileSync(file, text);
    try {
      readConfiguration({ flags: {}, environment: {}, file });
    } catch (error) {
      if (error instanceof ConfigurationError) return error.problems.map(({ what }) => what);
      throw error;
    }
    return [];
  }

  const example = textOf('build/package/server/parley.yaml');

  test('the example is good as it is', () => {
    expect(wrong(example)).toEqual([]);
  });

  test('and with all that is commented out in it, but for files that are not here', () => {
    const whole = example.replaceAll(/^#(?=\S| {2})/gm, '');
    expect(whole.match(/^\w+:/gm)?.length).toBeGreaterThan(10);
    expect(wrong(whole).filter((what) => !what.startsWith('can not be read'))).toEqual([]);
  });

  test.each(['Dockerfile', 'build/package/server/parley-server.service', 'build/package/server/README.md'])(
    '%s',
    (path) => {
      const text = textOf(path);
      for (const variable of text.match(/PARLEY_[A-Z_]*[A-Z]/g) ?? []) expect(VARIABLES).toContain(variable);
      for (const [line] of text.matchAll(/^(?!COPY).*parley-server(?:\.mjs"?,?)? .*$/gm)) {
        for (const [flag] of line.matchAll(/--[a-z-]+/g)) expect([...FLAGS, '--global']).toContain(flag);
      }
    },
  );
});
