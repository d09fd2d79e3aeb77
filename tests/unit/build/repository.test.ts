import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { ROOT } from '#build/setup/paths.mjs';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

const SKIPPED = new Set(['.git', 'node_modules', 'out', 'dist', 'test-results']);

/** Files of the project: what git tracks, or all that is there where it was unpacked without git. */
function projectFiles(): readonly string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const listed = status === 0 ? stdout.split('\0').filter(Boolean) : [];
  return (listed.length > 0 ? listed : filesUnder('')).filter((file) => existsSync(join(ROOT, file)));
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const own = 'tests/unit/build/repository.test.ts';
const files = projectFiles();
const texts = files.filter((file) => !/\.(png|ico|icns|woff2?)$/.test(file));
const sources = texts.filter((file) => /\.(ts|tsx|mjs|cjs|css|html|yml)$/.test(file));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the repository', () => {
  test('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  // Of code: docs/protocol.md must tell all of the wire by itself, and lint's table of imports can't be divided.
  test('has no source file of more than 300 lines', () => {
    const long = sources.filter((file) => read(file).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  test('has no any: lint sees to that, is never told to look away, and types in comments have none either', () => {
    const inComment = /@(type|param|returns|property|typedef)\s*\{.*\bany\b.*\}/;
    const lookAway = /(eslint|oxlint)-disable.*no-explicit-any|@ts-(ignore|nocheck)/;
    const withAny = sources.filter((file) => file !== own && (inComment.test(read(file)) || lookAway.test(read(file))));
    expect(withAny).toEqual([]);
  });

  test('names no machine, no registry and no folder of whoever wrote it', () => {
    const elsewhere = [
      /\bregistry\.(npmjs|yarnpkg)\./,
      /\bpypi\.(org|python)|pythonhosted\.org/,
      /\/root\/|\/home\/(?!ana\b)[a-z]+\/|\/Users\/[a-z]+\//i,
      /\b[A-Z]:\\Users\\/,
    ];
    const naming = texts
      .filter((file) => file !== own)
      .filter((file) => {
        const text = read(file);
        return (
          elsewhere.some((pattern) => pattern.test(text)) || (homedir().length > 1 && text.includes(`${homedir()}/`))
        );
      });
    expect(naming).toEqual([]);
  });

  test('pins every package exactly, and from no particular registry', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, at]) => !/^\d+\.\d+\.\d+$/.test(at),
    );
    expect(loose).toEqual([]);
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  test('locks the packages for other systems too, or npm ci refuses to install on any', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lockfile;
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('keeps no test that is skipped or alone', () => {
    const unsound = texts
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .filter((file) => /\b(test|it|describe)\.(only|todo|fixme|skip\(\s*['"`])/.test(read(file)));
    expect(unsound).toEqual([]);
  });
});
