import { useCallback } from 'react';

import type { CaptureView } from '#protocol/ipc/snapshot.ts';

import { useParley, useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';

export type DeviceKind = 'microphone' | 'camera';

export interface Capture {
  readonly view: CaptureView;
  /** Asked for and not yet open, and nothing is known to be in its way. */
  readonly starting: boolean;
  readonly toggle: () => void;
  readonly pending: boolean;
}

/** One device: what is wanted of it, and the way to want something else. Nothing is switched here; main decides. */
export function useCapture(kind: DeviceKind): Capture {
  const view = useSnapshot().capture[kind];
  const { send, pending } = useRequest('capture:want');
  return {
    view,
    starting: view.wanted && !view.live && view.error === null,
    toggle: () => void send({ kind, on: !view.wanted }),
    pending,
  };
}

/** Switches a device over from how it is wanted at that moment: for keys, of which nothing is drawn. */
export function useToggleCapture(): (kind: DeviceKind) => void {
  const { bridge, store } = useParley();
  return useCallback(
    (kind) => {
      const view = store.get()?.capture[kind];
      if (view) void bridge.request('capture:want', { kind, on: !view.wanted });
    },
    [bridge, store],
  );
}
