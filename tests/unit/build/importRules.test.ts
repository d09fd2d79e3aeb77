import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ROOT } from '#build/setup/paths.mjs';

import { write } from './fakes.ts';

// docs/architecture.md's table, planted as files in an empty project under the repository's own lint configuration.

const FOLDERS = [
  'protocol',
  'languages',
  'meeting',
  'client',
  'server',
  'main',
  'preload',
  'renderer',
  'build',
  'tests',
] as const;
type Folder = (typeof FOLDERS)[number];

/** What each place may import of the other folders. */
const MAY_IMPORT: Readonly<Record<string, readonly Folder[]>> = {
  protocol: [],
  languages: ['protocol'],
  meeting: ['protocol'],
  client: ['protocol', 'meeting'],
  server: ['protocol', 'meeting'],
  preload: ['protocol'],
  main: ['protocol', 'languages', 'meeting', 'client'],
  'main/hosting': ['protocol', 'languages', 'meeting', 'client', 'server'],
  renderer: ['protocol', 'languages', 'meeting'],
  'renderer/bridge/browser': ['protocol', 'languages', 'meeting', 'client'],
  tests: FOLDERS,
};

/** Packages that each place may, and may not, import. */
const PACKAGES: Readonly<Record<string, { readonly may: readonly string[]; readonly mayNot: readonly string[] }>> = {
  protocol: { may: ['valibot'], mayNot: ['electron', 'react', 'ws', 'node:fs', 'fs'] },
  languages: { may: ['i18next'], mayNot: ['electron', 'react', 'react-i18next', 'node:fs', 'valibot'] },
  meeting: { may: [], mayNot: ['valibot', 'electron', 'react', 'ws', 'node:crypto', 'crypto'] },
  client: { may: ['valibot'], mayNot: ['electron', 'ws', 'node:net', 'simple-peer'] },
  server: {
    may: ['ws', 'jose', 'libsql', 'pino', 'prom-client', '@valibot/to-json-schema', 'node:http'],
    mayNot: ['electron', 'react', 'simple-peer', 'electron-store'],
  },
  preload: { may: ['electron'], mayNot: ['node:fs', 'react', 'ws', 'valibot'] },
  main: {
    may: ['electron', 'electron-store', 'node:path'],
    mayNot: ['react', 'simple-peer', 'ws', 'jose', 'libsql', 'prom-client'],
  },
  'main/connection': { may: ['ws'], mayNot: ['react', 'simple-peer'] },
  renderer: {
    may: ['react', 'react-aria-components', 'i18next'],
    mayNot: [
      'electron',
      'electron/renderer',
      'node:fs',
      'path',
      'electron-store',
      'ws',
      'libsql',
      'prom-client',
      'simple-peer',
    ],
  },
};

/** What pure folders may not reach for: the clock, chance and the environment are passed in. */
const IMPURE = [
  'Date.now()',
  'Math.random()',
  'setTimeout(() => {}, 1)',
  'process',
  'window',
  'globalThis',
  "fetch('x')",
  'crypto',
  'performance',
];
const PURE = ['protocol', 'languages', 'meeting', 'client'];

interface Plant {
  readonly file: string;
  readonly code: string;
  readonly refused: boolean;
}

const plants: Plant[] = [];
function plant(folder: string, code: string, refused: boolean, name?: string): void {
  plants.push({ file: `${folder}/${name ?? `planted${plants.length}`}.ts`, code, refused });
}
const importing = (specifier: string) => `import * as taken from '${specifier}';\nexport const used = taken;\n`;

for (const [place, may] of Object.entries(MAY_IMPORT)) {
  for (const folder of FOLDERS) {
    if (place.split('/')[0] === folder) continue;
    plant(place, importing(`#${folder}/any.ts`), !may.includes(folder));
    // Never by a path, even where it may be imported by its name.
    const up = '../'.repeat(place.split('/').length);
    plant(place, importing(`${up}${folder}/any.ts`), true);
  }
}
for (const [place, { may, mayNot }] of Object.entries(PACKAGES)) {
  for (const name of may) plant(place, importing(name), false);
  for (const name of mayNot) plant(place, importing(name), true);
}
for (const place of PURE) {
  for (const expression of IMPURE) plant(place, `export const taken = () => ${expression};\n`, true);
  plant(place, 'export const taken = (at: number) => new Date(at).getTime() + Math.max(at, 1);\n', false);
}
plant('renderer/media/mesh', importing('simple-peer'), false, 'simplePeerLink');
plant('renderer/media/mesh', importing('simple-peer'), true, 'another');
plant('server', 'export const taken: any = 1;\n', true);
plant('server', `export {};\n${'// A line.\n'.repeat(300)}`, true);

const RULES = /no-restricted-(imports|globals|properties)|no-explicit-any|max-lines/;

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

describe('the import rules of docs/architecture.md', () => {
  const project = mkdtempSync(join(tmpdir(), 'parley-rules-'));
  const found = new Map<string, readonly string[]>();

  beforeAll(() => {
    copyFileSync(join(ROOT, '.oxlintrc.json'), join(project, '.oxlintrc.json'));
    write(project, Object.fromEntries(plants.map(({ file, code }) => [file, code])));
    const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: project, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
    for (const { code, filename } of diagnostics) {
      if (RULES.test(code)) found.set(filename, [...(found.get(filename) ?? []), code]);
    }
  });

  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  test.each(
    plants.map(({ file, code, refused }) => [refused ? 'refuses' : 'allows', code.split('\n')[0], file, refused]),
  )('lint %s %s in %s', (_, __, file, refused) => {
    expect(found.has(file)).toBe(refused);
  });
});
