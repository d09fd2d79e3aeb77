import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, vi } from 'vitest';

const folders: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  folders.push(folder);
  return folder;
}

/** Writes files, by their paths in `folder`; what is no text is written as JSON. */
export function write(folder: string, files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/**
 * Puts shell scripts in front of what is in PATH, in place of programs that belong to the machine and not to us: npm,
 * pip, apt. Answers with their folder, in which they can leave notes.
 */
export function fakePrograms(scripts: Readonly<Record<string, string>>, { alone = false } = {}): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\ncd '${folder}'\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  vi.stubEnv('PATH', alone ? folder : `${folder}:${process.env['PATH'] ?? ''}`);
  return folder;
}

/** What set-up told the person. */
export function listener(): { readonly told: string[]; readonly progress: (text: string) => void } {
  const told: string[] = [];
  return { told, progress: (text) => told.push(text) };
}
