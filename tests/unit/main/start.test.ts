import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { expect, test } from 'vitest';

import { ROOT } from '#build/setup/paths.mjs';

/** What a source imports at once, and not only the types of. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return Array.from(text.matchAll(/^import (?!type )(?:[^'();]+ from )?'([^']+)';$/gm), ([, from = '']) => from);
}

/** Everything that is evaluated with a source: files from the root, and packages by their names. */
function evaluatedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const from of importsOf(file)) {
    if (from.startsWith('.')) evaluatedWith(relative(ROOT, join(ROOT, dirname(file), from)), seen);
    else if (from.startsWith('#')) evaluatedWith(from.slice(1), seen);
    else seen.add(from);
  }
  return seen;
}

test('nothing is loaded before the window is there but what the window needs', () => {
  const evaluated = [...evaluatedWith('main/main.ts')];
  expect(evaluated).toContain('main/electron/window.ts');
  expect(evaluated.filter((what) => !what.includes('.ts') && !what.startsWith('node:'))).toEqual(['electron']);
  expect(evaluated.filter((what) => what.startsWith('languages/'))).toEqual(['languages/en/outside.ts']);
});

test('the first picture waits for nothing that the rest of main is made of', () => {
  const evaluated = [...evaluatedWith('main/electron/greet.ts')];
  expect(evaluated).toContain('main/snapshot/firstSnapshot.ts');
  expect(evaluated.filter((what) => !what.includes('.ts') && !what.startsWith('node:')).sort()).toEqual([
    'electron',
    'valibot',
  ]);
  expect(evaluated.filter((what) => what.startsWith('languages/'))).toEqual(['languages/resolve.ts']);
});
