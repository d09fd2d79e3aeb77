import { runToEnd } from './child.mjs';
import { SetupProblem } from './progress.mjs';
import { installSystemPackages } from './systemPackages.mjs';

async function findPythonWithPip() {
  for (const name of ['python3', 'python']) {
    const { code } = await runToEnd(name, ['-m', 'pip', '--version']);
    if (code === 0) return name;
  }
  return null;
}

/**
 * A Python that has pip, installed by the system where that is ours to do.
 * @param {{ what: string, progress: import('./progress.mjs').Progress }} wanted `what` it is needed for.
 */
export async function pythonWithPip({ what, progress }) {
  const found = await findPythonWithPip();
  if (found) return found;
  await installSystemPackages({ packages: ['python3-pip'], why: `${what} needs Python 3 with pip.`, progress });
  const installed = await findPythonWithPip();
  if (!installed) throw new SetupProblem(`${what} needs Python 3 with pip, which still can't be started.`);
  return installed;
}
