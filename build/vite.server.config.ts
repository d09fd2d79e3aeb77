import { builtinModules } from 'node:module';

import { defineConfig } from 'vite';

const nodeModules = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** The signaling server by itself: one module for Node 20, beside libsql. */
export default defineConfig({
  publicDir: false,
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
