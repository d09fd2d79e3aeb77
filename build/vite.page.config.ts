import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { eagerWrappers } from './eagerWrappers.ts';
import { segmentation } from './segmentation.ts';

/** The page, served from app://parley/ (and, later, from a server to guests without the app). */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [react(), segmentation(), eagerWrappers()],
  resolve: {
    alias: {
      // Its module for bundlers needs Node's own modules filled in; this one brings what it uses.
      'simple-peer': 'simple-peer/simplepeer.min.js',
    },
  },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome108',
    sourcemap: true,
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One sheet, in one order: which part of the program comes first must not decide which rule wins.
    cssCodeSplit: false,
    // Read from the disk, not over a network.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // What the first picture needs is one file: for each one main is asked where it is.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
