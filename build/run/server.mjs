// Runs the signaling server by itself: `npm run server -- --help`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { buildApp } from '../setup/bundles.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry } from '../setup/progress.mjs';
import { checkNode } from '../setup/ready.mjs';

await runEntry(async () => {
  checkNode();
  // Its output is the server's own log, which others may read; ours goes beside it.
  const progress = progressTo(process.stderr);
  await installDependencies({ root: ROOT, progress });
  await buildApp({ progress, only: ['server'] });
  const server = spawn(process.execPath, [join(ROOT, 'out/server/parley-server.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // Whoever ends us means the server, which then drains.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal));
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.once('exit', (code) => settle(code ?? 1));
  });
});
