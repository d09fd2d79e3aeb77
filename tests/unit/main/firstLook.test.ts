import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { chosenTheme, MAX_SETTINGS_SIZE, SETTINGS_FILE } from '#main/settings/firstLook.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-first-look-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('there are no settings yet: the system’s theme', () => {
  expect(chosenTheme(join(folder, 'nobody'))).toBe('system');
});

test.each([
  ['{"theme":"dark","displayName":"Ana"}', 'dark'],
  ['{"theme":"light"}', 'light'],
  ['{"theme":"system"}', 'system'],
  ['{"theme":"pink"}', 'system'],
  ['{"displayName":"Ana"}', 'system'],
  ['["dark"]', 'system'],
  ['null', 'system'],
  ['{"theme":"dark"', 'system'],
  ['', 'system'],
  [`{"theme":"dark","junk":"${'x'.repeat(MAX_SETTINGS_SIZE)}"}`, 'system'],
])('of %.40s the theme is %s', (text, theme) => {
  writeFileSync(join(folder, SETTINGS_FILE), text);
  expect(chosenTheme(folder)).toBe(theme);
});
