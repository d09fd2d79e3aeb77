import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';

import { defaultInWords } from '#server/cli/commandLine.ts';
import { SETTING_NAMES, settingOf } from '#server/cli/configuration.ts';
import { LIMITS } from '#server/cli/limits.ts';
import { createMetrics } from '#server/metrics/metrics.ts';

const OPERATIONS = join(import.meta.dirname, '../../../docs/operations.md');

/** The cells of the first table below a heading, without its head. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const [, text = ''] = readFileSync(OPERATIONS, 'utf8').split(`\n## ${heading}\n`);
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const table = lines.slice(start);
  return table
    .slice(
      2,
      table.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

test('the table of settings is that of server/cli/configuration.ts, in its order', () => {
  const settings = SETTING_NAMES.map((name) => {
    const { flag = '', variable, secret, is, fallback } = settingOf(name);
    const inFile = secret === true ? '' : name;
    return [code(inFile), code(flag.split(' ', 1)[0] ?? ''), code(variable), code(defaultInWords(fallback)), is];
  });
  const words = settings.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  expect(tableBelow('Settings'), `the table in docs/operations.md must be\n${words}\n`).toEqual(settings);
});

test('the table of limits has all of them, with their defaults', () => {
  const documented = tableBelow('Limits').map(([name, standing]) => [name, standing]);
  expect(documented).toEqual(
    Object.entries(LIMITS).map(([name, standing]) => [code(name), standing === null ? '' : String(standing)]),
  );
});

test('metrics are those that are served, in the table and in the alerts', async () => {
  const { text } = await createMetrics().expose([], 0);
  const served = new Set(text.match(/^# HELP (\w+)/gm)?.map((line) => line.slice('# HELP '.length)));
  const [, section = ''] = readFileSync(OPERATIONS, 'utf8').split('\n## Metrics\n');
  const named = new Set(section.match(/\b(?:parley|nodejs|process)_[a-z0-9_]+\b/g));
  const known = [...named].map((name) => name.replace(/_(?:bucket|count)$/, ''));
  for (const name of known) expect(served).toContain(name);
  expect(known).toEqual(expect.arrayContaining([...served].filter((name) => name.startsWith('parley_'))));
});

test('its examples in YAML are YAML', () => {
  const examples = [...readFileSync(OPERATIONS, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)];
  expect(examples.length).toBeGreaterThan(1);
  for (const [, text = ''] of examples) expect(parseDocument(text).errors).toEqual([]);
});

test('every place in it that it names is there', () => {
  const text = readFileSync(OPERATIONS, 'utf8');
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
});
