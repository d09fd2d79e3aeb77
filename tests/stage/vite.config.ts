import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

import { licenceOf } from '../../build/setup/licences.mjs';

/** Two licences to look at, where the product has all of them. */
const licences = (): Plugin => ({
  name: 'licences',
  generateBundle() {
    const some = ['react', 'valibot'].map((name) => licenceOf(name));
    this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(some) });
  },
});

/** The app's page in front of a fake main, built as the product's page is. `npx vite -c tests/stage/vite.config.ts` serves it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [react(), licences()],
  build: {
    outDir: '../../out/stage',
    emptyOutDir: true,
    target: 'chrome108',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
