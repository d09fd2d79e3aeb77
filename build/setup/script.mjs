import { join, parse } from 'node:path';

import { ROOT } from './paths.mjs';

/**
 * Bundles a script of ours in TypeScript, so that the oldest Node can run it. Unlike loaders that keep functions' names by
 * wrapping them, this leaves functions as they are, which is what lets them be sent into a page.
 * @param {string} entry From the root.
 * @returns {Promise<string>} The file to run; it must stay inside the checkout, whose packages it imports.
 */
export async function bundleScript(entry) {
  const { build } = await import('vite');
  const outDir = join(ROOT, 'out/scripts');
  const { name } = parse(entry);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        // Set-up is plain JavaScript that finds files by where it is itself.
        external: [/^#build\//],
        output: { format: 'esm', entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  });
  return join(outDir, `${name}.mjs`);
}
