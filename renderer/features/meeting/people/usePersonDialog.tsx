import { type ReactNode, useCallback, useState } from 'react';

import { participantOf } from '#meeting/room/selectors.ts';
import type { Participant, Room } from '#protocol/room.ts';

import type { PersonDialog } from './personActions.ts';

interface Opened {
  readonly Dialog: PersonDialog;
  readonly person: Participant;
}

/** The one dialog about a person that may be open, and what opens it. It outlives the person's row. */
export function usePersonDialog(room: Room): {
  readonly dialog: ReactNode;
  readonly open: (person: Participant, Dialog: PersonDialog) => void;
} {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const open = useCallback((person: Participant, Dialog: PersonDialog) => setOpened({ Dialog, person }), []);
  if (!opened) return { dialog: null, open };
  const { Dialog, person } = opened;
  const now = participantOf(room, person.id);
  return { dialog: <Dialog participant={now ?? person} present={now !== null} onClose={close} />, open };
}
