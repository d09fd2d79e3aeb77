// Makes installers of what is built into dist/: `npm run package [-- --dir] [-- --linux | --win | --mac]`.
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';

import { packageApp } from '../package/packageApp.mjs';
import { buildApp } from '../setup/bundles.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { findElectron } from '../setup/electronRuntime.mjs';
import { ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry, SetupProblem } from '../setup/progress.mjs';
import { checkNode } from '../setup/ready.mjs';

/** @type {Record<string, 'linux' | 'win' | 'mac'>} */
const HERE = { linux: 'linux', win32: 'win', darwin: 'mac' };
const TARGETS = { linux: ['dir', 'tar.gz', 'deb', 'AppImage'], win: ['nsis'], mac: ['dmg'] };

await runEntry(async () => {
  const asked = new Set(process.argv.slice(2));
  const named = /** @type {const} */ (['linux', 'win', 'mac']).find((name) => asked.has(`--${name}`));
  const platform = named ?? HERE[process.platform];
  if (!platform) throw new SetupProblem(`There is no packaging for ${process.platform}.`);
  if (platform !== HERE[process.platform]) {
    throw new SetupProblem(
      `libsql's native half is installed for this system only: make ${platform} packages on ${platform}.`,
    );
  }
  checkNode();
  const progress = progressTo();
  await installDependencies({ root: ROOT, progress });
  const electron = await findElectron({ progress });
  progress(`Packaging with Electron ${electron.version}, because ${electron.why}.`);
  await buildApp({ progress });
  const targets = asked.has('--dir') ? ['dir'] : TARGETS[platform];
  const made = await packageApp({ electron, platform, targets, output: join(ROOT, 'dist'), progress });
  for (const file of made) {
    const { size } = statSync(file);
    progress(
      statSync(file).isDirectory() ? relative(ROOT, file) : `${relative(ROOT, file)}: ${Math.round(size / 1e6)} MB`,
    );
  }
  return 0;
});
