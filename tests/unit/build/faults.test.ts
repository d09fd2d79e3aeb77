import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { ROOT } from '#build/setup/paths.mjs';

const listed = [...readFileSync(join(ROOT, 'docs/faults.md'), 'utf8').matchAll(/^- `([^`]+)`: (.+)$/gm)];

test('docs/faults.md lists tests', () => {
  expect(listed.length).toBeGreaterThan(10);
});

test.each(listed.map(([, file = '', title = '']) => ({ file, title })))('$file has "$title"', ({ file, title }) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title);
});
