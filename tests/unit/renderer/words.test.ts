import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { ErrorCode } from '#protocol/errors.ts';
import { REASON_TYPES, REASONS } from '#protocol/reasons.ts';
import { en } from '#languages/en/en.ts';
import { sayError, sayGone } from '#renderer/words/say.ts';
import { createWords } from '#renderer/words/words.ts';
import { idOf, NOW } from '#tests/stage/room.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function leaves(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return [path];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const sourcesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('media'))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(ROOT, folder, file), 'utf8') }));

const page = sourcesIn('renderer');
const main = sourcesIn('main');

test('a word that is missing is reported', () => {
  const missing: string[] = [];
  const { t } = createWords((key) => missing.push(key));
  const say = t as (key: string) => string;
  say('home.noSuchWord');
  expect(missing).toEqual(['home.noSuchWord']);
});

test('every error code has words that say what happened, without blame', () => {
  const { t } = createWords();
  const all = ErrorCode.options.map((code) => ({ code, words: sayError(t, { code }) }));
  expect(all.filter(({ words }) => !/^[A-Z].*\.$/.test(words))).toEqual([]);
  expect(all.filter(({ words }) => /error occurred|invalid|illegal|you failed|oops/i.test(words))).toEqual([]);
});

test('for every reason the others read that somebody went, by name, and a removal and an unknown reason as such', () => {
  const { t } = createWords();
  const all = REASON_TYPES.map((type) => {
    const reason = { ...REASONS[type], type };
    return {
      type,
      words: sayGone(t, { type: 'participant-left', participantId: idOf(1), name: 'Ben', reason, at: NOW }),
    };
  });
  expect(all.filter(({ words }) => !words.startsWith('Ben '))).toEqual([]);
  const removals = all.filter(({ words }) => words === 'Ben was removed').map(({ type }) => type);
  expect(removals).toEqual(['REMOVE_PEER', 'REMOVE_PEER_API']);
  expect(all.find(({ type }) => type === 'UNKNOWN')?.words).toBe('Ben is gone');
});

function wordsAt(path: string): string {
  return String(path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], en));
}

test('the words are free of those that the project does not use, and of the typewriter', () => {
  const paths = leaves(en, '');
  expect(paths.filter((path) => /\b(users?|kick(ed)?|calls?)\b/i.test(wordsAt(path)))).toEqual([]);
  expect(paths.filter((path) => / {2}|\.\.\.|!$/.test(wordsAt(path)))).toEqual([]);
});

test('every word is used somewhere', () => {
  const all = [...page, ...main].map(({ text }) => text).join('\n');
  const unused = leaves(en, '').filter((path) => {
    const key = path.replace(/_(zero|one|other)$/, '');
    if (all.includes(`'${key}'`)) return false;
    // A key that is put together: all before its last part, or before its last two, stands in a template.
    const parts = key.split('.');
    return ![1, 2].some((cut) => parts.length > cut && all.includes(`\`${parts.slice(0, -cut).join('.')}.\${`));
  });
  expect(unused).toEqual([]);
});

test('no component holds words of its own', () => {
  const found = page.flatMap(({ file, text }) =>
    [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)\s*<|(?:label|title|aria-label|placeholder)="([^"]+)"/g)].map(
      ([, a, b]) => `${file}: ${a ?? b ?? ''}`,
    ),
  );
  expect(found).toEqual([]);
});

test('main holds no words of its own either: tray, menu and notifications have them from the catalogue', () => {
  const found = main.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(?:label|title|body|tooltip|message): ['`]([^'`]+)['`]/g)]
      .map(([, words = '']) => words.replaceAll(/\$\{[^}]*\}/g, ''))
      .filter((words) => /[a-z]{3}/.test(words))
      .map((words) => `${file}: ${words}`),
  );
  // For whoever builds Parley.
  expect(found).toEqual(['main/electron/menu.ts: Developer']);
});
