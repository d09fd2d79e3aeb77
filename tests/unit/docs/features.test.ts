import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';

const DOCS = join(import.meta.dirname, '../../../docs');
const page = readFileSync(join(DOCS, 'features.md'), 'utf8');

/** The rows of all tables, without their heads: what it is, Parley's cell, the others' cells. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([what = '']) => what !== '' && !what.startsWith('---'))
  .map(([what = '', parley = '', ...others]) => ({ what, parley, others }));

/** A link with a title, in either kind of quotes. */
const LINK = /\]\((\S+) (["'])(.+?)\2\)/g;

test('every yes of Parley’s is a test that is there, by its title', () => {
  expect(rows.length).toBeGreaterThan(30);
  const broken = rows.flatMap(({ what, parley }) => {
    if (parley === 'not yet') return [];
    const links = [...parley.matchAll(LINK)];
    if (links.length === 0) return [`${what}: no link to a test`];
    return links.flatMap(([, file = '', , title = '']) => {
      const path = resolve(DOCS, file);
      if (!existsSync(path)) return [`${what}: no file ${file}`];
      return readFileSync(path, 'utf8').includes(title) ? [] : [`${what}: no test "${title}" in ${file}`];
    });
  });
  expect(broken).toEqual([]);
});

test('what is said of others has a source, and every source is said', () => {
  const defined = new Set([...page.matchAll(/^\[([\w-]+)\]: https:\/\/\S+$/gm)].map(([, name = '']) => name));
  const used = [...page.matchAll(/\]\[([\w-]+)\]/g)].map(([, name = '']) => name);
  expect(new Set(used)).toEqual(defined);
  expect(rows.filter(({ others }) => others.length !== 7)).toEqual([]);
});
