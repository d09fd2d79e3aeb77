import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../setup/paths.mjs';
import { SetupProblem } from '../setup/progress.mjs';

/** What is read beside the server, from docs/. */
const DOCUMENTS = ['api.md', 'operations.md', 'protocol.md'];

/**
 * Fills `folder` with the npm package of the standalone server: the bundle, what it is started and described by, and a
 * package.json that asks for nothing but the database.
 * @param {string} bundle The folder of parley-server.mjs.
 * @param {string} folder
 */
export function layOutServerPackage(bundle, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'docs'), { recursive: true });
  cpSync(join(ROOT, 'build/package/server'), folder, { recursive: true });
  copyFileSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  for (const name of DOCUMENTS) copyFileSync(join(ROOT, 'docs', name), join(folder, 'docs', name));
  for (const name of ['parley-server.mjs', 'parley-server.mjs.map']) {
    copyFileSync(join(bundle, name), join(folder, name));
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
}

function manifest() {
  /** @type {Record<string, unknown> & { dependencies: Record<string, string> }} */
  const { version, license, author, homepage, type, engines, dependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  return {
    name: 'parley-server',
    version,
    description: 'The signaling server of Parley, desktop conferencing that leaves, ends and removes cleanly',
    license,
    author,
    homepage,
    type,
    bin: { 'parley-server': 'parley-server.mjs' },
    engines,
    dependencies: { libsql: dependencies.libsql },
  };
}

/**
 * Makes the tarball of a folder that was laid out; answers with its path.
 * @param {string} folder
 * @param {string} output
 */
export function packServer(folder, output) {
  mkdirSync(output, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stdout, stderr } = spawnSync(npm, ['pack', '--json', '--pack-destination', output], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new SetupProblem(`npm pack failed:\n${stderr}`);
  /** @type {unknown} */
  const answer = JSON.parse(stdout);
  return join(output, fileNameOf(answer));
}

/**
 * An array of packages up to npm 11, an object of them by name from npm 12.
 * @param {unknown} answer
 */
function fileNameOf(answer) {
  const [first] = Object.values(/** @type {Record<string, { readonly filename?: unknown }>} */ (answer));
  if (typeof first?.filename !== 'string') throw new SetupProblem('npm pack did not say what it made.');
  return first.filename;
}
