#!/usr/bin/env node
// Takes fpm's place where electron-builder can't download it: reads the arguments that electron-builder gives to fpm, and
// has nfpm (PARLEY_NFPM) make the package. An argument that it does not know is an error, never ignored.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** fpm's options with a value, and what they are here; null for those that change nothing. */
const VALUED = /** @type {const} */ ({
  '-s': null,
  '-t': 'packager',
  '--architecture': 'arch',
  '--after-install': 'postinstall',
  '--after-remove': 'postremove',
  '--description': 'description',
  '--version': 'version',
  '--package': 'target',
  '--name': 'name',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'homepage',
  '--category': 'section',
  '--deb-priority': 'priority',
  '--deb-compression': 'compression',
  '--license': 'license',
  '--iteration': 'release',
  '--log': null,
});
const COLLECTED = /** @type {const} */ ({ '-d': 'depends', '--deb-recommends': 'recommends' });
const SWITCHES = new Set(['--force', '--debug']);
/** @type {Record<string, string>} */
const ARCHITECTURES = { x86_64: 'amd64', aarch64: 'arm64' };

/**
 * @typedef {object} Asked
 * @property {Record<string, string>} values
 * @property {{ depends: string[], recommends: string[] }} lists
 * @property {{ from: string, to: string }[]} files
 */

/** @param {readonly string[]} args @returns {Asked} */
export function readArguments(args) {
  /** @type {Asked} */
  const asked = { values: {}, lists: { depends: [], recommends: [] }, files: [] };
  const words = args.flatMap((word) => {
    const equals = word.indexOf('=');
    return word.startsWith('--') && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word];
  });
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word in VALUED) {
      const name = VALUED[/** @type {keyof typeof VALUED} */ (word)];
      at += 1;
      if (name) asked.values[name] = words[at] ?? '';
    } else if (word in COLLECTED) {
      at += 1;
      asked.lists[COLLECTED[/** @type {keyof typeof COLLECTED} */ (word)]].push(words[at] ?? '');
    } else if (word.startsWith('-')) {
      if (!SWITCHES.has(word)) throw new Error(`fpm's ${word} has no counterpart here`);
    } else {
      const equals = word.lastIndexOf('=');
      if (equals < 0) throw new Error(`${word} does not say where it goes`);
      asked.files.push({ from: word.slice(0, equals), to: word.slice(equals + 1) });
    }
  }
  return asked;
}

/** nfpm's configuration for what fpm was asked. @param {Asked} asked */
export function toConfiguration({ values, lists, files }) {
  const { arch = '', postinstall, postremove, compression, packager: _, target: __, ...plain } = values;
  return {
    ...plain,
    arch: ARCHITECTURES[arch] ?? arch,
    platform: 'linux',
    ...lists,
    // A folder named with a slash at its end means all that is in it.
    contents: files.map(({ from, to }) => ({ src: from, dst: to, ...(from.endsWith('/') ? { type: 'tree' } : {}) })),
    scripts: { postinstall, postremove },
    deb: { compression: compression === 'gz' ? 'gzip' : compression },
  };
}

function main() {
  const asked = readArguments(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'parley-nfpm-'));
  try {
    // JSON is YAML too.
    const file = join(folder, 'nfpm.yaml');
    writeFileSync(file, JSON.stringify(toConfiguration(asked)));
    const { packager = '', target = '' } = asked.values;
    const nfpm = process.env['PARLEY_NFPM'] ?? 'nfpm';
    const args = ['package', '--config', file, '--packager', packager, '--target', target];
    const { status, error } = spawnSync(nfpm, args, { stdio: 'inherit' });
    if (error) throw error;
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
