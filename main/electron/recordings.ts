import { join } from 'node:path';

import { app, type BrowserWindow, dialog, shell } from 'electron';

import type { RecordingPort } from '../ports.ts';

/** Where recordings go unless somebody wants them elsewhere. */
export function recordingPort(window: BrowserWindow): RecordingPort {
  return {
    get defaultFolder() {
      return join(videos(), app.getName());
    },
    reveal: (file) => shell.showItemInFolder(file),
    async chooseFolder(from) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        defaultPath: from,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

/** A system may name no folder for videos. */
function videos(): string {
  try {
    return app.getPath('videos');
  } catch {
    return app.getPath('home');
  }
}
