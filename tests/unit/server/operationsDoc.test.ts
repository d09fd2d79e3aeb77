import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { defaultInWords } from '#server/cli/commandLine.ts';
import { SETTING_NAMES, settingOf } from '#server/cli/configuration.ts';

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
