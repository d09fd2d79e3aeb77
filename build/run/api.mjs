// Tries the running server's HTTP API against its own description: `npm run test:api`. Needs Python 3 with pip, which
// downloads the tester once, into the cache.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { buildApp } from '../setup/bundles.mjs';
import { runToEnd } from '../setup/child.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { cacheFolder, ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry, SetupProblem } from '../setup/progress.mjs';
import { pythonWithPip } from '../setup/python.mjs';
import { checkNode } from '../setup/ready.mjs';

const TESTER = 'schemathesis==4.32.5';
const SERVER = join(ROOT, 'out/server/parley-server.mjs');

/** The same requests each time: what fails here fails again. */
const SEED = '1';

/**
 * The folder that Python finds the tester in.
 * @param {string} python
 * @param {import('../setup/progress.mjs').Progress} progress
 */
async function testerFolder(python, progress) {
  const folder = join(cacheFolder(), TESTER.replace('==', '-'));
  if (existsSync(folder)) return folder;
  progress(`Downloading ${TESTER} by pip.`);
  const work = mkdtempSync(`${folder}.`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', work, TESTER];
  const { code, output } = await runToEnd(python, pip);
  if (code !== 0) {
    rmSync(work, { recursive: true, force: true });
    throw new SetupProblem(`pip could not install ${TESTER}, which needs the Python registry:\n${output}`);
  }
  renameSync(work, folder);
  return folder;
}

/**
 * A server that knows one API key, on any free port.
 * @param {string} data
 * @param {string} keys
 */
async function startServer(data, keys) {
  const limits = 'failures=1000000000,roomsPerHour=1000000000';
  const settings = ['--data', data, '--port', '0', '--creation', 'open', '--api-keys', keys, '--limit', limits];
  const server = spawn(process.execPath, [SERVER, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new SetupProblem('The server ended before it listened.')));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const entry = JSON.parse(line);
      if (entry.msg === 'listening') resolve(entry.port);
    });
  });
  return { server, address: `http://127.0.0.1:${port}` };
}

await runEntry(async () => {
  checkNode();
  const progress = progressTo();
  await installDependencies({ root: ROOT, progress });
  await buildApp({ progress, only: ['server'] });
  const python = await pythonWithPip({ what: 'Testing the HTTP API', progress });
  const tester = await testerFolder(python, progress);
  const work = mkdtempSync(join(tmpdir(), 'parley-api-'));
  try {
    const { output } = await runToEnd(process.execPath, [SERVER, '--new-api-key', 'test']);
    const [key = ''] = /parley_\S+/.exec(output) ?? [];
    const keys = join(work, 'api-keys.json');
    writeFileSync(keys, `[${/\{.*\}/.exec(output)?.[0]}]`);
    const { server, address } = await startServer(join(work, 'data'), keys);
    const run = ['-m', 'schemathesis.cli', 'run', `${address}/v1/openapi.json`, '--seed', SEED, '-n', '20'];
    const { code } = await runToEnd(python, [...run, '-H', `Authorization: Bearer ${key}`, ...process.argv.slice(2)], {
      cwd: work,
      env: { ...process.env, PYTHONPATH: tester },
      inherit: true,
    });
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    return code ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
