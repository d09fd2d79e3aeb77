import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The bench's own programs, one module each; packages and the build's scripts stay where they are. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: at('../../out/bench-programs'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        bench: at('bench.ts'),
        collect: at('server/collect.ts'),
        generator: at('server/generator/generator.ts'),
        peerServer: at('server/peers/peerServer.ts'),
      },
      external: [/^#build\//, /^node:/],
      output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
    },
  },
});
