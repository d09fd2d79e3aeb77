import type { ParleyBridge } from '#protocol/ipc/contract.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import { share } from './share.ts';

/** The newest snapshot that main sent, as React wants an external store. */
export interface SnapshotStore {
  /** Null until main has answered for the first time. */
  readonly get: () => AppSnapshot | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Listens to main for as long as the page lives. A pushed snapshot is always newer than the one that was asked for. */
export function createSnapshotStore(bridge: ParleyBridge): SnapshotStore {
  let current: AppSnapshot | null = null;
  const listeners = new Set<() => void>();
  const take = (snapshot: AppSnapshot): void => {
    current = share(current, snapshot);
    for (const listener of listeners) listener();
  };
  bridge.on('snapshot', take);
  void bridge.request('app:snapshot', {}).then((answer) => {
    if (answer.ok && current === null) take(answer.value);
    return null;
  });
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
