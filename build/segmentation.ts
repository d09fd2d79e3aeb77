import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Plugin } from 'vite';

/** What the blur loads when it is switched on, as its package names it; what is for browsers without SIMD stays away. */
const FILES = [
  'selfie_segmentation.js',
  'selfie_segmentation.binarypb',
  'selfie_segmentation.tflite',
  'selfie_segmentation_landscape.tflite',
  'selfie_segmentation_solution_simd_wasm_bin.data',
  'selfie_segmentation_solution_simd_wasm_bin.js',
  'selfie_segmentation_solution_simd_wasm_bin.wasm',
];

/** Puts the model that tells people from their background beside the page: no part of its bundle, and under its own names. */
export function segmentation(): Plugin {
  return {
    name: 'segmentation',
    generateBundle() {
      const folder = dirname(createRequire(import.meta.url).resolve('@mediapipe/selfie_segmentation/package.json'));
      for (const file of FILES) {
        this.emitFile({ type: 'asset', fileName: `segmentation/${file}`, source: readFileSync(join(folder, file)) });
      }
    },
  };
}
