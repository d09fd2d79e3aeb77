import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { app } from 'electron';
import type { AppUpdater } from 'electron-updater';

import type { Log } from '../ports.ts';
import { policyFile, readPolicy } from '../updates/policy.ts';
import { failureOf } from '../updates/updateFailure.ts';
import type { Outcome, UpdaterPort } from '../updates/updates.ts';

/** electron-updater, on the feed that the package came with, or on that of the computer's policy. */
export function createUpdater(log: Log): UpdaterPort {
  const policy = readPolicy(policyFile(process.platform, process.env));
  const off = whyOff(policy);
  if (off !== null) return { off, fetch: () => Promise.resolve({ kind: 'none' }), installOnQuit() {}, installNow() {} };
  // Loaded when it is needed first, which is after the start.
  let updater: AppUpdater | null = null;
  return {
    off,
    async fetch(onProgress) {
      try {
        updater ??= await prepared(policy?.updates?.feed);
        return await fetchWith(updater, onProgress);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        log('update-failed', { code: code ?? 'unknown' });
        return { kind: 'failed', why: failureOf(error) };
      }
    },
    installOnQuit(on) {
      if (updater !== null) updater.autoInstallOnAppQuit = on;
    },
    installNow() {
      // The new one is started before this one has ended, and would take it for a first one.
      app.releaseSingleInstanceLock();
      updater?.quitAndInstall(true, true);
    },
  };
}

function whyOff(policy: ReturnType<typeof readPolicy>): UpdaterPort['off'] {
  if (!app.isPackaged) return 'development';
  if (policy === null) return 'bad-policy';
  if (policy.updates?.off === true) return 'policy';
  const replacesItself =
    process.env['APPIMAGE'] !== undefined || existsSync(join(process.resourcesPath, 'package-type'));
  return process.platform === 'linux' && !replacesItself ? 'unsupported' : null;
}

async function prepared(feed: string | undefined): Promise<AppUpdater> {
  const { autoUpdater: updater } = await import('electron-updater');
  updater.logger = null;
  updater.autoDownload = false;
  // An older version is an attack, or a mistake.
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  if (feed !== undefined) updater.setFeedURL({ provider: 'generic', url: feed });
  // Every failure is answered by the promise, too; without a listener it would be thrown.
  updater.on('error', () => undefined);
  return updater;
}

async function fetchWith(
  updater: AppUpdater,
  onProgress: (version: string, percent: number) => void,
): Promise<Outcome> {
  const found = await updater.checkForUpdates();
  if (found === null || !found.isUpdateAvailable) return { kind: 'none' };
  const { version } = found.updateInfo;
  onProgress(version, 0);
  const tell = ({ percent }: { readonly percent: number }): void => onProgress(version, Math.round(percent));
  updater.on('download-progress', tell);
  // The library listens for the quit only if it is to install then at the time of the download.
  updater.autoInstallOnAppQuit = true;
  try {
    await updater.downloadUpdate();
    return { kind: 'ready', version };
  } finally {
    updater.autoInstallOnAppQuit = false;
    updater.off('download-progress', tell);
  }
}
