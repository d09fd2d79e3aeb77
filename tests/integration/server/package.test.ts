import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { layOutServerPackage, packServer } from '#build/package/serverPackage.mjs';
import { bundleServer } from '#tests/fixtures/serverProcess.ts';

import { TestRoom } from './testRoom.ts';

/** npm starts slowly, several times. */
const INSTALL_MS = 180_000;

const MODULES = join(import.meta.dirname, '../../../node_modules');
const { version } = JSON.parse(readFileSync(join(MODULES, '../package.json'), 'utf8')) as { readonly version: string };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-package-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the server's package asks for, as npm unpacked it here: so that it is installed without any network. */
function databasePackages(): readonly string[] {
  const native = readdirSync(join(MODULES, '@libsql')).map((name) => `@libsql/${name}`);
  return ['libsql', '@neon-rs/load', 'detect-libc', ...native];
}

/** Runs npm with no network and nothing cached; fails with what it said. */
function npm(...args: readonly string[]): string {
  const offline = ['--offline', '--cache', join(folder, 'cache'), '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stdout, stderr } = spawnSync('npm', [...args, ...offline], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Installs the packed server as somebody would who was given its tarball. */
async function install(): Promise<void> {
  layOutServerPackage(dirname(await bundleServer()), join(folder, 'laid-out'));
  const tarball = packServer(join(folder, 'laid-out'), folder);
  const dependencies: Record<string, string> = { 'parley-server': `file:${tarball}` };
  const names = databasePackages();
  const packed = npm('pack', '--silent', ...names.map((name) => join(MODULES, name))).split('\n');
  for (const [at, name] of names.entries()) dependencies[name] = `file:${packed[at] ?? ''}`;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  npm('install');
}

/** Settles with the port when the server listens. */
function listening(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => {
      reject(new Error(`ended with ${code ?? 'a signal'}`));
    });
    if (server.stdout === null) throw new Error('without output');
    createInterface({ input: server.stdout }).on('line', (line) => {
      const { msg, port } = JSON.parse(line) as { readonly msg: string; readonly port?: number };
      if (msg === 'listening') resolve(port ?? 0);
    });
  });
}

test(
  'the packed server is installed from its tarball, run by its name, asked for its health and ended',
  async () => {
    await install();
    expect(npm('exec', '--', 'parley-server', '--version')).toBe(version);
    const command = join(folder, 'node_modules/.bin/parley-server');
    const data = join(folder, 'data');
    const server = spawn(command, ['--port', '0', '--data', data, '--creation', 'open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => {
      server.once('exit', resolve);
    });
    try {
      const port = await listening(server);
      const room = await TestRoom.create(`127.0.0.1:${port}`);
      expect((await room.host('Ana')).welcome.type).toBe('welcome');
      const well = spawnSync(command, ['--health', '--port', String(port)], { encoding: 'utf8' });
      expect([well.status, well.stdout]).toEqual([0, 'The server is well.\n']);
      server.kill('SIGTERM');
      expect(await ended).toBe(0);
      const gone = spawnSync(command, ['--health', '--port', String(port)], { encoding: 'utf8' });
      expect([gone.status, gone.stderr]).toEqual([
        1,
        expect.stringContaining('can not be reached (Error ECONNREFUSED)'),
      ]);
    } finally {
      server.kill('SIGKILL');
    }
  },
  INSTALL_MS,
);
