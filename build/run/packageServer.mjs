// Makes the npm package of the standalone server in dist/: `npm run package:server`. With `--folder <path>` only the
// folder that it is made from, for images.
import { join, relative, resolve } from 'node:path';

import { layOutServerPackage, packServer } from '../package/serverPackage.mjs';
import { buildApp } from '../setup/bundles.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry, SetupProblem } from '../setup/progress.mjs';
import { checkNode } from '../setup/ready.mjs';

await runEntry(async () => {
  const [flag, path] = process.argv.slice(2);
  if (flag !== undefined && (flag !== '--folder' || path === undefined)) {
    throw new SetupProblem('It takes nothing but --folder <path>.');
  }
  checkNode();
  const progress = progressTo();
  await installDependencies({ root: ROOT, progress });
  await buildApp({ progress, only: ['server'] });
  const folder = path === undefined ? join(ROOT, 'out/server-package') : resolve(path);
  layOutServerPackage(join(ROOT, 'out/server'), folder);
  progress(path === undefined ? relative(ROOT, packServer(folder, join(ROOT, 'dist'))) : folder);
  return 0;
});
