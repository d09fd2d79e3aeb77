import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { app, type BrowserWindow, dialog, shell } from 'electron';

import type { BrowserPort, FolderPort, Log, SavingPort } from '../ports.ts';

/** The system's own dialog, over our window. */
export function savingPort(window: BrowserWindow, log: Log): SavingPort {
  return {
    async choose(name) {
      const options = { defaultPath: join(app.getPath('downloads'), name) };
      const { canceled, filePath } = await dialog.showSaveDialog(window, options);
      return canceled || filePath === undefined || filePath === '' ? null : filePath;
    },
    async write(path, text) {
      try {
        await writeFile(path, text, { encoding: 'utf8', mode: 0o600 });
        return true;
      } catch (error) {
        log('file-not-written', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
        return false;
      }
    },
  };
}

export const folderPort: FolderPort = {
  downloads: () => app.getPath('downloads'),
  show(path) {
    if (!existsSync(path)) return false;
    shell.showItemInFolder(path);
    return true;
  },
};

export function browserPort(log: Log): BrowserPort {
  return {
    async open(url) {
      try {
        await shell.openExternal(url);
        return true;
      } catch {
        log('link-not-opened');
        return false;
      }
    },
  };
}
