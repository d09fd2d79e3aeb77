import { defineConfig } from 'vitest/config';

// For what hangs, not for what is slow: nothing here is judged by how long it takes on a busy machine.
// Every project has it of its own, as none of them inherits.
const PATIENCE = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          environment: 'node',
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/unit/**/*.test.tsx'],
          environment: 'happy-dom',
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          ...PATIENCE,
        },
      },
      {
        // After all others: looks at what they have left in out/exits.
        test: {
          name: 'exits',
          include: ['tests/exits/**/*.test.tsx'],
          environment: 'happy-dom',
          ...PATIENCE,
        },
      },
    ],
  },
});
