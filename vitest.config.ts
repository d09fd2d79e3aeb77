import { defineConfig } from 'vitest/config';

// For what hangs, not for what is slow: nothing here is judged by how long it takes on a busy machine.
const TIMEOUT_MS = 30_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          environment: 'node',
          testTimeout: TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/unit/**/*.test.tsx'],
          environment: 'happy-dom',
          testTimeout: TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: TIMEOUT_MS,
        },
      },
      {
        // After all others: looks at what they have left in out/exits.
        test: {
          name: 'exits',
          include: ['tests/exits/**/*.test.tsx'],
          environment: 'happy-dom',
          testTimeout: TIMEOUT_MS,
        },
      },
    ],
  },
});
