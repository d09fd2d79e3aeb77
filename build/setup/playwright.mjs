import { join } from 'node:path';

import { runToEnd } from './child.mjs';
import { ROOT } from './paths.mjs';
import { environmentFor } from './ready.mjs';

/**
 * Runs Playwright on the desktop that this run has, and answers with its exit code.
 * @param {import('./ready.mjs').Ready} ready
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export async function runPlaywright({ electron, openDesktop }, args, env = {}) {
  const desktop = await openDesktop();
  try {
    const { code } = await runToEnd(
      process.execPath,
      [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', ...args],
      { cwd: ROOT, env: { ...environmentFor(electron, desktop), ...env }, inherit: true },
    );
    return code ?? 1;
  } finally {
    await desktop.close();
  }
}
