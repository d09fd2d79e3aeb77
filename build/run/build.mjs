// Bundles what changed since the last build into out/. Needs the packages; `npm run build`.
import { buildApp } from '../setup/bundles.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry } from '../setup/progress.mjs';

await runEntry(async () => {
  const progress = progressTo();
  await installDependencies({ root: ROOT, progress });
  await buildApp({ progress, force: process.argv.includes('--force') });
  return 0;
});
