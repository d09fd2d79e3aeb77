import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  readonly version: string;
};

const nodeModules = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** The signaling server by itself: one module for Node 20, beside libsql. */
export default defineConfig({
  publicDir: false,
  define: { PARLEY_VERSION: JSON.stringify(version) },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'server/cli/parleyServer.ts',
    outDir: 'out/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      external: ['libsql', ...nodeModules],
      output: { format: 'esm', entryFileNames: 'parley-server.mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
