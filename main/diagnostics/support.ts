import type { Result } from '#protocol/errors.ts';

import type { Clock, FilesPort, Log } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import { collectDiagnostics, type Machine, MOST_LINES } from './collect.ts';

/** For whoever looks for a fault: the logs, and one file that can be passed on. */
export interface Support {
  /** Shows the folder of the logs in the desktop's file manager. `not-opened` where the desktop has none. */
  openLogs(): Promise<Result<null>>;
  /** Writes the file into the downloads, and answers with where it is. `not-written` where it can't be. */
  saveDiagnostics(): Promise<Result<{ readonly path: string }>>;
}

export function createSupport(parts: {
  readonly store: SnapshotStore;
  readonly settings: Pick<SettingsFile, 'values'>;
  readonly files: FilesPort;
  readonly machine: () => Machine;
  readonly clock: Clock;
  readonly log: Log;
}): Support {
  const { store, settings, files, machine, clock, log } = parts;
  return {
    async openLogs() {
      if (await files.openLogs()) return done;
      log('logs-not-opened');
      return refused('not-opened', 'the desktop has nothing that opens folders');
    },
    async saveDiagnostics() {
      const now = new Date(clock.now()).toISOString();
      const text = collectDiagnostics({
        now,
        snapshot: store.current,
        settings: settings.values,
        machine: machine(),
        lines: files.lastLogLines(MOST_LINES),
      });
      const path = await files.saveDownload(`parley-diagnostics-${now.slice(0, 19).replaceAll(':', '-')}.json`, text);
      if (path === null) return refused('not-written', 'the downloads folder takes no file');
      log('diagnostics-saved');
      return { ok: true, value: { path } };
    },
  };
}
