import { defineConfig } from 'vite';

/** The bridge, which runs sandboxed in the page's process: one file, because it may load no other. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'webworker' },
  build: {
    ssr: 'preload/preload.ts',
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'chrome108',
    sourcemap: true,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
});
