import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { underFreeName } from '../files/freeName.ts';

/** A recording as it grows on the disk. */
export interface RecordingFile {
  readonly path: string;
  /** Throws what the disk says. */
  write(piece: Uint8Array): Promise<void>;
  /** Settles when what was written would survive a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
  /** Closes it and takes it away: there is nothing in it. */
  discard(): Promise<void>;
}

/** Where recordings are kept. */
export interface RecordingFiles {
  /** Makes a file of that name there, and the folder where there is none; another name where there is such a file. */
  create(folder: string, name: string): Promise<RecordingFile>;
  /** Bytes; 0 where there is no such file any more. */
  size(path: string): Promise<number>;
}

/** On the disk. Existing files are never written over. */
export const recordingFiles: RecordingFiles = {
  async create(folder, name) {
    await mkdir(folder, { recursive: true });
    return underFreeName(`${name}.webm`, (candidate) => createFile(join(folder, candidate)));
  },
  async size(path) {
    try {
      return (await stat(path)).size;
    } catch {
      return 0;
    }
  },
};

async function createFile(path: string): Promise<RecordingFile> {
  const file = await open(path, 'wx', 0o600);
  return {
    path,
    async write(piece) {
      // A disk that is nearly full may take a part: the rest is asked for again, and refused for good.
      for (let at = 0; at < piece.length;) at += (await file.write(piece, at)).bytesWritten;
    },
    sync: () => file.datasync(),
    close: () => file.close(),
    async discard() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}
