import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { app, shell } from 'electron';

import { lastLines } from '../logging/lastLines.ts';
import type { FilesPort } from '../ports.ts';

/** Tries with another name before it is given up. */
const MOST_NAMES = 100;

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
  const stem = basename(name, extname(name));
  for (let count = 1; count <= MOST_NAMES; count += 1) {
    const path = join(folder, count === 1 ? name : `${stem} (${count})${extname(name)}`);
    try {
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return null;
    }
  }
  return null;
}
