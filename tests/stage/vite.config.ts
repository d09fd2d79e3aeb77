import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Two licences to look at, where the product has all of them. */
const licences = (): Plugin => ({
  name: 'licences',
  generateBundle() {
    const some = [
      { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission is hereby granted, free of charge.' },
      { name: 'a-font', version: '5.3.0', licence: 'OFL-1.1', text: '' },
    ];
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
