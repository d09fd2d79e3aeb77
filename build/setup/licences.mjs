import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './paths.mjs';

/** What is shipped without being in a bundle's source map: fonts, models, native code. */
const BESIDE_BUNDLES = ['@fontsource-variable/inter', '@mediapipe/selfie_segmentation', 'libsql'];

/** A package in a path; the last one, where packages hold packages. */
const PACKAGE = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * @typedef {object} Licence
 * @property {string} name Of the package.
 * @property {string} version
 * @property {string} licence As the package names it, in SPDX where it does.
 * @property {string} text Of its licence file; empty where it has none.
 */

/**
 * The packages that have gone into what is shipped, as the source maps of the bundles tell.
 * @param {string} out The folder of the bundles.
 * @returns {readonly string[]} Folders below node_modules, each once, in the order of the alphabet.
 */
export function shippedPackages(out) {
  const maps = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.map') && !file.startsWith('stage') && !file.startsWith('.'),
  );
  const sources = maps.flatMap((file) => {
    const map = /** @type {{ readonly sources?: readonly string[] }} */ (
      JSON.parse(readFileSync(join(out, file), 'utf8'))
    );
    return map.sources ?? [];
  });
  const names = sources.flatMap((source) => PACKAGE.exec(source)?.[1] ?? []);
  return [...new Set([...names, ...BESIDE_BUNDLES])].sort();
}

/**
 * @param {string} name @param {string} [root]
 * @returns {Licence | null} Null where the package is not installed.
 */
export function licenceOf(name, root = ROOT) {
  const folder = join(root, 'node_modules', name);
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return null;
  const { version = '', license = 'unknown' } =
    /** @type {{ readonly version?: string, readonly license?: unknown }} */ (JSON.parse(readFileSync(file, 'utf8')));
  const own = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : 'unknown',
    text: own === undefined ? '' : readFileSync(join(folder, own), 'utf8').trim(),
  };
}

/**
 * Writes the licences of all that is shipped beside the page, which shows them.
 * @param {string} out The folder of the bundles.
 */
export function writeLicences(out) {
  const licences = shippedPackages(out).flatMap((name) => licenceOf(name) ?? []);
  writeFileSync(join(out, 'renderer/licences.json'), JSON.stringify(licences));
}
