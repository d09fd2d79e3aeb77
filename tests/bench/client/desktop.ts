import { buildApp } from '#build/setup/bundles.mjs';
import { environmentFor, makeReady } from '#build/setup/ready.mjs';
import { sandboxArguments } from '#build/setup/sandbox.mjs';

import type { Context } from '../contract.ts';

export interface Desktop {
  /** The Electron that the app runs on. */
  readonly executable: string;
  /** Arguments that it needs to start here. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Sets up what real windows need, for the time of `body`: Electron, the built app, a display where there is none. */
export async function onDesktop<Outcome>(
  { say }: Context,
  body: (desktop: Desktop) => Promise<Outcome>,
): Promise<Outcome> {
  const ready = await makeReady({ progress: say, tests: true });
  await buildApp({ progress: say });
  const desktop = await ready.openDesktop();
  const kept = { ...process.env };
  try {
    const env = environmentFor(ready.electron, desktop);
    // Those who start apps in this process look for it there.
    Object.assign(process.env, env);
    const { args } = await sandboxArguments(ready.electron);
    return await body({ executable: ready.electron.executable, args, env });
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name];
    Object.assign(process.env, kept);
    await desktop.close();
  }
}
