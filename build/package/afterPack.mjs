import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes out of a package what only development needs: the part of the runtime that starts any app it is given.
 * @param {{ appOutDir: string, packager: { getResourcesDir(appOutDir: string): string } }} packed
 */
export default function afterPack({ appOutDir, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  rmSync(join(appOutDir, 'version'), { force: true });
}
