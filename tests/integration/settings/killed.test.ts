import '#tests/unit/main/support/withoutElectron.ts';

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSettings } from '#main/settings/settingsFile.ts';
import { Chance, firstSeed } from '#tests/integration/client/races/chance.ts';

import { numbered } from './numbered.ts';

const ROOT = join(import.meta.dirname, '../../..');
const KILLS = 40;
const AT_ONCE = 4;

let folder = '';
let program = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-killed-'));
  const outDir = join(ROOT, 'node_modules/.cache/parley-tests', `writer-${process.pid}`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: { ssr: join(import.meta.dirname, 'writer.ts'), outDir, emptyOutDir: true, target: 'node20' },
  });
  program = join(outDir, 'writer.js');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(program, '..'), { recursive: true, force: true });
});

/** Writes into the profile for a moment, and is killed in the middle of it. */
async function writeAndDie(profile: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [program, profile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  await new Promise((resolve) => {
    child.stdout.once('data', resolve);
    child.once('exit', resolve);
  });
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill('SIGKILL');
  await gone;
}

function open(profile: string) {
  const said: unknown[] = [];
  const log = (what: unknown) => void said.push(what);
  const opened = openSettings({ directory: profile, version: '0.1.0', now: new Date().toISOString(), log });
  const { displayName, hostingPort } = opened.values;
  const count = Number(/\d+/.exec(displayName)?.[0]);
  return { count, displayName, hostingPort, setAside: opened.setAside, said };
}

/** How long a write takes on this machine's disk, in milliseconds, with as many at once as there will be. */
async function writeMs(): Promise<number> {
  for (let ms = 25; ; ms *= 2) {
    const profiles = Array.from({ length: AT_ONCE }, (_, at) => join(folder, `measured-${ms}-${at}`));
    await Promise.all(profiles.map((profile) => writeAndDie(profile, ms)));
    const writes = Math.min(...profiles.map((profile) => open(profile).count));
    if (writes >= 10) return ms / writes;
  }
}

test('an app that is killed while it writes has old values or new ones, never half of them (figure 11)', async () => {
  const chance = new Chance(firstSeed());
  const runs = Array.from({ length: KILLS }, (_, at) => join(folder, `profile-${at}`));
  const seen = new Set<string>();
  const spreadMs = KILLS * (await writeMs());
  const lane = async (): Promise<void> => {
    for (let profile = runs.shift(); profile !== undefined; profile = runs.shift()) {
      await writeAndDie(profile, chance.next() * spreadMs);
      const { count, displayName, hostingPort, setAside, said } = open(profile);
      expect([{ displayName, hostingPort }, setAside, said], `RACE_SEED=${chance.seed}`).toEqual([
        numbered(count),
        null,
        [],
      ]);
      expect(readdirSync(profile)).toEqual(['settings.json']);
      seen.add(displayName);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  // They died at different moments, or it proves nothing.
  expect(seen.size).toBeGreaterThan(KILLS / 4);
}, 180_000);
