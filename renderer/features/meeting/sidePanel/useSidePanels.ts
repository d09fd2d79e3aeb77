import { type RefObject, useCallback, useRef, useState } from 'react';

import type { Pushes } from '#protocol/ipc/contract.ts';

import { useMediaQuery } from '../../../ui/useMediaQuery.ts';

export type PanelName = Pushes['show']['panel'];

/** From this size on there is room for one panel above the other. */
const ROOM_FOR_ALL = '(min-width: 1200px) and (min-height: 900px)';

/** A panel as its button on the bar knows it. */
export interface PanelItem {
  readonly shown: boolean;
  readonly onToggle: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

export interface SidePanels {
  readonly shows: (panel: PanelName) => boolean;
  readonly toggle: (panel: PanelName) => void;
  /** Shows it, whether or not it is shown. */
  readonly open: (panel: PanelName) => void;
  /** Takes it away, and gives focus back to its button, or to the one with the rest of the bar. */
  readonly close: (panel: PanelName) => void;
  readonly item: (panel: PanelName) => PanelItem;
  readonly moreButton: RefObject<HTMLButtonElement | null>;
}

/** What stands beside the stage: one panel at a time, the one that was asked for last; in a large window all of them. */
export function useSidePanels(): SidePanels {
  const hasRoom = useMediaQuery(ROOM_FOR_ALL);
  const [opened, setOpened] = useState<readonly PanelName[]>([]);
  const people = useRef<HTMLButtonElement>(null);
  const chat = useRef<HTMLButtonElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);
  const buttons = { people, chat };
  const shown = hasRoom ? opened : opened.slice(-1);
  const open = useCallback(
    (panel: PanelName) => {
      setOpened((before) => (hasRoom ? [...before.filter((other) => other !== panel), panel] : [panel]));
    },
    [hasRoom],
  );
  // Where one has no room none comes up from below it.
  const away = (panel: PanelName): void =>
    setOpened((before) => (hasRoom ? before.filter((other) => other !== panel) : []));
  const toggle = (panel: PanelName): void => (shown.includes(panel) ? away(panel) : open(panel));
  return {
    shows: (panel) => shown.includes(panel),
    toggle,
    open,
    close: (panel) => {
      away(panel);
      (buttons[panel].current ?? moreButton.current)?.focus();
    },
    item: (panel) => ({ shown: shown.includes(panel), onToggle: () => toggle(panel), button: buttons[panel] }),
    moreButton,
  };
}
