import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { app, shell } from 'electron';

import { underFreeName } from '../files/freeName.ts';
import { lastLines } from '../logging/lastLines.ts';
import type { FilesPort } from '../ports.ts';

/** The logs and the downloads of whoever uses this app. */
export function filesPort(logs: { readonly folder: string; readonly file: string }): FilesPort {
  return {
    async openLogs() {
      // An empty answer is a success.
      return (await shell.openPath(logs.folder)) === '';
    },
    lastLogLines: (most) => lastLines(join(logs.folder, logs.file), most),
    async saveDownload(name, text) {
      const path = await writeNew(app.getPath('downloads'), name, text);
      if (path !== null) shell.showItemInFolder(path);
      return path;
    },
  };
}

/** Never over a file that is there: the next free name is taken. Null where none can be written. */
async function writeNew(folder: string, name: string, text: string): Promise<string | null> {
  try {
    return await underFreeName(name, async (candidate) => {
      const path = join(folder, candidate);
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
      return path;
    });
  } catch {
    return null;
  }
}
