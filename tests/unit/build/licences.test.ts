import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { licenceOf, shippedPackages, writeLicences } from '#build/setup/licences.mjs';

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'parley-licences-'));
  mkdirSync(join(out, 'renderer'));
  mkdirSync(join(out, 'main'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const map = (file: string, ...sources: readonly string[]): void =>
  writeFileSync(join(out, file), JSON.stringify({ version: 3, sources }));

test('the packages are those of the source maps, each once, and what is shipped beside the bundles', () => {
  map('renderer/index.js.map', '../../renderer/main.tsx', '../../node_modules/react/index.js');
  map('main/main.cjs.map', '../../node_modules/react/cjs/react.js', '../../node_modules/a/node_modules/@b/c/d.js');
  expect(shippedPackages(out)).toEqual([
    '@b/c',
    '@fontsource-variable/inter',
    '@mediapipe/selfie_segmentation',
    'libsql',
    'react',
  ]);
});

test('a package has its licence and the text of it; one that is not there has none', () => {
  expect(licenceOf('react')).toMatchObject({ name: 'react', licence: 'MIT', text: expect.stringContaining('MIT') });
  expect(licenceOf('no-such-package')).toBeNull();
});

test('they are written where the page reads them', () => {
  map('renderer/index.js.map', '../../node_modules/valibot/dist/index.js');
  writeLicences(out);
  const written = JSON.parse(readFileSync(join(out, 'renderer/licences.json'), 'utf8')) as readonly unknown[];
  expect(written).toContainEqual(expect.objectContaining({ name: 'valibot', licence: 'MIT' }));
});
