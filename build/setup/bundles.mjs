import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';

import { writeLicences } from './licences.mjs';
import { ROOT } from './paths.mjs';

/** Each part of out/, with the sources that it is made from beside its configuration. */
export const BUNDLES = [
  {
    name: 'main',
    from: [
      'protocol',
      'languages',
      'meeting',
      'client',
      'server',
      'main',
      'build/noSchemas.ts',
      'build/globalProcess.ts',
    ],
  },
  { name: 'preload', from: ['protocol', 'preload'] },
  {
    name: 'renderer',
    config: 'page',
    from: [
      'protocol',
      'languages',
      'meeting',
      'client',
      'renderer',
      'build/eagerWrappers.ts',
      'build/segmentation.ts',
      'build/setup/licences.mjs',
    ],
  },
  { name: 'server', from: ['protocol', 'meeting', 'server'] },
];

/**
 * A fingerprint of everything that a bundle is made from.
 * @param {readonly string[]} paths Files and folders, from the root.
 * @param {string} [root]
 */
export function fingerprint(paths, root = ROOT) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const whole = join(root, path);
    const found = statSync(whole, { throwIfNoEntry: false });
    const files = found?.isDirectory()
      ? readdirSync(whole, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : found
        ? [whole]
        : [];
    for (const file of files) {
      hash.update(`${relative(root, file)}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} folder Bytes of what runs, without its source maps. */
function size(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Puts `made` in place of `target`; whoever starts the app meanwhile gets the old one or the new one.
 * @param {string} made @param {string} target
 */
function replace(made, target) {
  const old = `${made}.old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(made, target);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Bundles what changed into out/.
 * @param {object} options
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {boolean} [options.force] Also what did not change.
 * @param {readonly string[]} [options.only] Parts of out/; without, all.
 */
export async function buildApp({ progress, force = false, only }) {
  const out = join(ROOT, 'out');
  const stamps = join(out, '.stamps');
  mkdirSync(stamps, { recursive: true });
  const work = mkdtempSync(join(out, '.building-'));
  const { build } = await import('vite');
  // Vite sets it for the whole process, and whatever is started later would take itself for production.
  const mode = process.env['NODE_ENV'];
  const licences = join(out, 'renderer/licences.json');
  try {
    for (const { name, config = name, from } of BUNDLES) {
      if (only && !only.includes(name)) continue;
      const configFile = `build/vite.${config}.config.ts`;
      const print = fingerprint([...from, configFile, 'package.json', 'package-lock.json']);
      const stamp = join(stamps, name);
      const target = join(out, name);
      const upToDate = existsSync(stamp) && readFileSync(stamp, 'utf8') === print && existsSync(target);
      if (upToDate && !force) continue;
      const start = performance.now();
      const made = join(work, name);
      await build({
        configFile: join(ROOT, configFile),
        ...(name === 'renderer' ? {} : { root: ROOT }),
        logLevel: 'warn',
        build: { outDir: made, emptyOutDir: true },
      });
      rmSync(stamp, { force: true });
      replace(made, target);
      writeFileSync(stamp, print);
      // Written when all is built, also by a later run that has nothing left to build.
      rmSync(licences, { force: true });
      const kilobytes = Math.round(size(target) / 1024);
      progress(`Built ${name}: ${kilobytes} kB in ${Math.round(performance.now() - start)} ms.`);
    }
    if (existsSync(join(out, 'renderer')) && !existsSync(licences)) writeLicences(out);
    const icons = join(work, 'icons');
    cpSync(join(ROOT, 'build/icons/tray'), join(icons, 'tray'), { recursive: true });
    cpSync(join(ROOT, 'build/icons/app/256x256.png'), join(icons, 'app.png'));
    replace(icons, join(out, 'icons'));
  } finally {
    if (mode === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = mode;
    rmSync(work, { recursive: true, force: true });
  }
}
