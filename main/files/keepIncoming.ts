import { isInside } from '#meeting/session/reduce.ts';

import type { FolderPort, Log } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import { IncomingFiles } from './incomingFiles.ts';

/** Files that come while I am in a meeting, and none that is half there when I am out of it. */
export function keepIncoming(parts: {
  readonly store: SnapshotStore;
  readonly folders: FolderPort;
  readonly log: Log;
}): IncomingFiles {
  const { store, folders, log } = parts;
  const incoming = new IncomingFiles(() => folders.downloads(), log);
  store.onChange(({ session }, before) => {
    if (isInside(before.session) && !isInside(session)) void incoming.forget();
  });
  return incoming;
}
