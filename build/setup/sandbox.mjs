import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './child.mjs';

/**
 * Arguments that Electron needs to start here during development. Chromium's sandbox stays on wherever it can work: it
 * needs the kernel's user namespaces or a helper that belongs to root, and it refuses to run as root.
 * @param {{ folder: string }} electron
 * @returns {Promise<{ args: string[], why: string | null }>}
 */
export async function sandboxArguments({ folder }) {
  if (process.platform !== 'linux') return { args: [], why: null };
  if (process.getuid?.() === 0) return { args: ['--no-sandbox'], why: "Chromium's sandbox can't run as root" };
  const helper = join(folder, 'chrome-sandbox');
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper);
    if (uid === 0 && (mode & 0o4000) !== 0) return { args: [], why: null };
  }
  const { code } = await runToEnd('unshare', ['--user', '--map-root-user', 'true']);
  if (code === 0) return { args: [], why: null };
  return {
    args: ['--no-sandbox'],
    why: `this system forbids user namespaces; to keep the sandbox: sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
  };
}
