// Measures Parley against its peers: `npm run bench -- [server | client | <scenario>...] [--quick]`.
import { join } from 'node:path';

import { buildApp } from '../setup/bundles.mjs';
import { runToEnd } from '../setup/child.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry } from '../setup/progress.mjs';
import { checkNode } from '../setup/ready.mjs';

await runEntry(async () => {
  checkNode();
  const progress = progressTo();
  await installDependencies({ root: ROOT, progress });
  await buildApp({ progress, only: ['server'] });
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'tests/bench/vite.config.ts'), root: ROOT, logLevel: 'warn' });
  const program = join(ROOT, 'out/bench-programs/bench.mjs');
  const { code } = await runToEnd(process.execPath, [program, ...process.argv.slice(2)], { inherit: true });
  return code ?? 1;
});
