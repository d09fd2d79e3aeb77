// A packaged app's runtime lacks Electron's default app: the part that starts the app named on the command line.
// This is what development and tests need of it: the app's path, -r modules (Playwright attaches through one), and the
// app's name and version from its package.json.
const { existsSync, readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const { app } = require('electron');

/**
 * @param {string[]} argv
 * @returns {{ required: string[], target: string | undefined, version: boolean }}
 */
function read(argv) {
  /** @type {string[]} */
  const required = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '-r' || word === '--require') required.push(argv[(at += 1)] ?? '');
    else if (word === '-v' || word === '--version') return { required, target: undefined, version: true };
    else if (!word.startsWith('-')) return { required, target: word, version: false };
  }
  return { required, target: undefined, version: false };
}

/** @param {string} folder */
function takeNameFrom(folder) {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return;
  const described = JSON.parse(readFileSync(file, 'utf8'));
  const name = described.productName ?? described.name;
  if (name) app.setName(name);
  // Typed only in Electron's own sources.
  const hidden = /** @type {{ setVersion?(version: string): void, setDesktopName?(name: string): void }} */ (
    /** @type {unknown} */ (app)
  );
  if (described.version) hidden.setVersion?.(described.version);
  hidden.setDesktopName?.(described.desktopName ?? `${described.name}.desktop`);
}

const { required, target, version } = read(process.argv.slice(1));
// Node's own way to preload, as in `node -r`.
const loader =
  /** @type {{ _preloadModules(names: string[]): void, _load(file: string, parent: unknown, main: boolean): unknown, _resolveFilename(file: string, parent: unknown, main: boolean): string }} */ (
    /** @type {unknown} */ (Module)
  );
if (required.length > 0) loader._preloadModules(required.map((file) => path.resolve(file)));

if (version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
} else if (target === undefined) {
  process.stderr.write('Name the app to start: electron <folder>\n');
  process.exit(1);
} else {
  const place = path.resolve(target);
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) {
    takeNameFrom(place);
    // Also typed in Electron's own sources only.
    /** @type {{ setAppPath?(path: string): void }} */ (/** @type {unknown} */ (app)).setAppPath?.(place);
  }
  loader._load(loader._resolveFilename(place, module, true), module, true);
}
