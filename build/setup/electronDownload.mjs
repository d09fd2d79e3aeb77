// Run by itself, so that it can be watched and killed: fetches Electron into its own download cache, telling how far it
// is, and then lets the electron package unpack it from there.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = process.argv[2] ?? '.';
const electron = createRequire(join(root, 'node_modules/electron/package.json'));
/** @type {typeof import('@electron/get')} */
const { downloadArtifact } = electron('@electron/get');

let told = 0;
await downloadArtifact({
  version: electron('./package.json').version,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
  checksums: electron('./checksums.json'),
  downloadOptions: {
    quiet: true,
    /** @param {import('@electron/get').Progress} progress */
    getProgressCallback: async ({ percent, transferred }) => {
      if (performance.now() - told < 1_000) return;
      told = performance.now();
      process.stdout.write(`${Math.floor(percent * 100)} % (${Math.round(transferred / 1e6)} MB)\n`);
    },
  },
});
process.stdout.write('100 %, unpacking\n');
electron('./install.js');
