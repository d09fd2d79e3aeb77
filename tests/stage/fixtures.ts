import { test as base } from '@playwright/test';

import { openStage, type Stage } from './openStage.ts';

interface WorkerFixtures {
  readonly stage: Stage;
}

export const test = base.extend<object, WorkerFixtures>({
  stage: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off this pattern.
    async ({}, use, { parallelIndex }) => {
      const stage = await openStage(parallelIndex);
      await use(stage);
      await stage.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';
