import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useToggleCapture } from '../capture/useCapture.ts';
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
  const toggle = useToggleCapture();
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
