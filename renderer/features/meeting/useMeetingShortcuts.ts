import { useCallback } from 'react';

import { useParley } from '../../bridge/parley.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import type { DeviceKind } from '../capture/useCapture.ts';
import { useHoldToTalk } from '../shortcuts/useHoldToTalk.ts';
import { useRegionKeys } from './useRegionKeys.ts';

interface MeetingShortcuts {
  readonly onHand: () => void;
  readonly onPeople: () => void;
  readonly onChat: () => void;
  readonly onSheet: () => void;
}

/** The meeting's keys, from wherever focus is in the window. */
export function useMeetingShortcuts({ onHand, onPeople, onChat, onSheet }: MeetingShortcuts): void {
  const { bridge, store } = useParley();
  const toggle = useCallback(
    (kind: DeviceKind) => {
      const view = store.get()?.capture[kind];
      if (view) void bridge.request('capture:want', { kind, on: !view.wanted });
    },
    [bridge, store],
  );
  useShortcuts({
    mute: () => toggle('microphone'),
    video: () => toggle('camera'),
    hand: onHand,
    people: onPeople,
    chat: onChat,
    sheet: onSheet,
  });
  useHoldToTalk();
  useRegionKeys();
}
