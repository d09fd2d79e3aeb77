import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

const own = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** What packages ask for, and get something smaller in its place. */
const STAND_INS = new Map([
  ['ajv/dist/2020.js', own('noSchemas.ts')],
  ['ajv-formats', own('noSchemas.ts')],
  ['node:process', own('globalProcess.ts')],
]);
const nodeModules = builtinModules.flatMap((name) => [name, `node:${name}`]).filter((name) => !STAND_INS.has(name));

/** Electron's main process: one CommonJS bundle that also runs on Node 16, which is inside Electron 22. */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  publicDir: false,
  plugins: [{ name: 'stand-ins', enforce: 'pre', resolveId: (id) => STAND_INS.get(id) }],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'main/main.ts',
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node16',
    sourcemap: true,
    minify: 'oxc',
    rolldownOptions: {
      // libsql finds its native half by its own folder, so it stays a package.
      external: ['electron', 'libsql', ...nodeModules],
      output: {
        format: 'cjs',
        entryFileNames: 'main.cjs',
        chunkFileNames: '[name]-[hash].cjs',
        // Electron 22 can require() out of an archive, and can't import() out of one.
        dynamicImportInCjs: false,
        // Imports in their order, the shim first, and each chunk only when it is asked for: without it the first one
        // loads all others.
        strictExecutionOrder: true,
      },
    },
  },
});
