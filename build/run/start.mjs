// Opens the app; with --demo, or where there is no display, plays the demo. `npm start -- --help` tells more.
import { spawn } from 'node:child_process';

import { buildApp } from '../setup/bundles.mjs';
import { runToEnd } from '../setup/child.mjs';
import { ROOT } from '../setup/paths.mjs';
import { progressTo, runEntry } from '../setup/progress.mjs';
import { environmentFor, makeReady } from '../setup/ready.mjs';
import { bundleScript } from '../setup/script.mjs';
import { sandboxArguments } from '../setup/sandbox.mjs';

const HELP = `npm start                          opens Parley
npm start -- <link> [switches]     opens Parley with an invite link, or with switches for Chromium
npm start -- --demo                plays a meeting of three in real app instances, and shows its timeline
npm start -- --retry-electron      tries to download the declared Electron again
`;

/**
 * @param {import('../setup/ready.mjs').Ready} ready
 * @param {readonly string[]} rest
 * @param {import('../setup/progress.mjs').Progress} progress
 * @returns {Promise<number>}
 */
async function open({ electron }, rest, progress) {
  const { args, why } = await sandboxArguments(electron);
  if (why) progress(`Without sandbox: ${why}.`);
  progress('Opening Parley.');
  const child = spawn(electron.executable, [...args, ROOT, ...rest], { cwd: ROOT, stdio: 'inherit' });
  // The terminal tells the app too, which then leaves its meeting before it ends.
  process.on('SIGINT', () => {});
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => settle(code ?? 1));
  });
}

/**
 * @param {import('../setup/ready.mjs').Ready} ready
 * @param {readonly string[]} rest
 * @returns {Promise<number>}
 */
async function demo({ electron, openDesktop }, rest) {
  const desktop = await openDesktop();
  try {
    const { code } = await runToEnd(process.execPath, [await bundleScript('tests/demo/demo.ts'), ...rest], {
      cwd: ROOT,
      env: environmentFor(electron, desktop),
      inherit: true,
    });
    return code ?? 1;
  } finally {
    await desktop.close();
  }
}

await runEntry(async () => {
  const own = new Set(['--demo', '--retry-electron', '--help']);
  const asked = new Set(process.argv.slice(2).filter((word) => own.has(word)));
  const rest = process.argv.slice(2).filter((word) => !own.has(word));
  if (asked.has('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const progress = progressTo();
  const ready = await makeReady({ progress, tests: false, retryElectron: asked.has('--retry-electron') });
  await buildApp({ progress });
  if (!asked.has('--demo') && ready.display) return open(ready, rest, progress);
  progress(ready.display ? 'Playing the demo.' : 'There is no display to open windows on, so the demo is played.');
  return demo(ready, rest);
});
