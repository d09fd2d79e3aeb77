// Takes pictures of every screen and dialog, light and dark, into out/screens: `npm run screens`.
import { buildApp } from '../setup/bundles.mjs';
import { progressTo, runEntry } from '../setup/progress.mjs';
import { makeReady } from '../setup/ready.mjs';
import { runPlaywright } from '../setup/playwright.mjs';

await runEntry(async () => {
  const progress = progressTo();
  const ready = await makeReady({ progress, tests: true });
  await buildApp({ progress });
  return runPlaywright(ready, ['--project=screens', ...process.argv.slice(2)]);
});
