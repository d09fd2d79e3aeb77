import { arch, hostname, release, totalmem, userInfo, version } from 'node:os';

import { app, screen } from 'electron';

import type { Machine } from '../diagnostics/collect.ts';

const MEGABYTE = 1_048_576;

/** This machine as a fault report tells of it, and the names that must not be in one. */
export function thisMachine(): Machine {
  const { electron, chrome, node } = process.versions;
  return {
    facts: {
      platform: process.platform,
      arch: arch(),
      system: `${release()} ${version()}`,
      memoryMb: Math.round(totalmem() / MEGABYTE),
      electron: electron ?? '',
      chrome: chrome ?? '',
      node,
      packaged: app.isPackaged,
      locale: app.getLocale(),
      session: process.env['XDG_SESSION_TYPE'] ?? '',
      desktop: process.env['XDG_CURRENT_DESKTOP'] ?? '',
      screens: screen
        .getAllDisplays()
        .map(({ size, scaleFactor }) => `${size.width}x${size.height}@${scaleFactor}`)
        .join(' '),
      gpu: gpuFeatures(),
    },
    names: [hostname(), nameOfAccount()],
  };
}

function gpuFeatures(): string {
  const status: object = app.getGPUFeatureStatus();
  return Object.entries(status)
    .map(([feature, state]) => `${feature}: ${String(state)}`)
    .join(', ');
}

/** A system may have no entry for who runs this. */
function nameOfAccount(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
