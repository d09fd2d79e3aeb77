// Runs the tests on real Electron instances: `npm run test:e2e -- [Playwright's arguments]`.
import { buildApp } from '../setup/bundles.mjs';
import { progressTo, runEntry } from '../setup/progress.mjs';
import { makeReady } from '../setup/ready.mjs';
import { runPlaywright } from '../setup/playwright.mjs';

await runEntry(async () => {
  const progress = progressTo();
  const ready = await makeReady({ progress, tests: true });
  await buildApp({ progress });
  return runPlaywright(ready, ['--project=e2e', ...process.argv.slice(2)]);
});
