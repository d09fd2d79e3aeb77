import { defineConfig } from '@playwright/test';

const report = process.env['PARLEY_E2E_REPORT'];

/** Real Electron instances; `npm run test:e2e` sets up the runtime, the display and the message bus that they need. */
export default defineConfig({
  outputDir: 'test-results',
  // A test that only sometimes passes is broken.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // For what hangs, not for what is slow: it takes in the launch of all the apps.
  timeout: 120_000,
  // Where so many fail they fail for one reason, and waiting for all the others tells nothing new.
  maxFailures: process.env['CI'] ? 10 : 0,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  projects: [
    // Several apps, one server, one meeting: up to four apps with video, which a second worker would make late on two cores.
    { name: 'e2e', testDir: 'tests/e2e', workers: 1 },
    // The page alone in an Electron window, in every state it can be in.
    { name: 'page', testDir: 'tests/page', fullyParallel: true },
    { name: 'screens', testDir: 'tests/screens', fullyParallel: true },
  ],
});
