// Runs one of playwright.config.ts's projects: `node build/run/playwright.mjs <project> [Playwright's arguments]`.
import { buildApp } from '../setup/bundles.mjs';
import { runPlaywright } from '../setup/playwright.mjs';
import { progressTo, runEntry } from '../setup/progress.mjs';
import { makeReady } from '../setup/ready.mjs';

await runEntry(async () => {
  const [project, ...args] = process.argv.slice(2);
  const progress = progressTo();
  const ready = await makeReady({ progress, tests: true });
  await buildApp({ progress });
  return runPlaywright(ready, [`--project=${project}`, ...args]);
});
