import { isInside } from '#meeting/session/reduce.ts';

import type { IncomingFiles } from '../../files/incomingFiles.ts';
import type { FolderPort } from '../../ports.ts';
import { done, refused } from '../../results.ts';
import type { SnapshotStore } from '../../snapshot/snapshotStore.ts';
import type { RoutesOf } from '../routes.ts';

/** Files that others offered and this person takes. */
export function fileRoutes(parts: {
  readonly incoming: IncomingFiles;
  readonly store: SnapshotStore;
  readonly folders: FolderPort;
}): RoutesOf<'file'> {
  const { incoming, store, folders } = parts;
  return {
    'file:begin': (offer) =>
      isInside(store.current.session) ? incoming.begin(offer) : refused('wrong-phase', 'in no meeting'),
    'file:write': ({ id, bytes }) => incoming.write(id, bytes),
    'file:finish': ({ id }) => incoming.finish(id),
    'file:abort': async ({ id }) => {
      await incoming.abort(id);
      return done;
    },
    'file:show': ({ id }) => {
      const path = incoming.pathOf(id);
      return path !== null && folders.show(path) ? done : refused('not-opened');
    },
  };
}
