import type { ComponentType } from 'react';

import type { Result } from '#protocol/errors.ts';
import type { RouteName, RouteRequest } from '#protocol/ipc/contract.ts';
import type { Permission } from '#protocol/roles.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import type { MenuAction } from '../../../ui/Menu.tsx';
import type { Words } from '../../../words/words.ts';
import type { StageViewHold } from '../stage/StageViewContext.tsx';

export interface PersonDialogProps {
  /** As they are now; as they were last, once they are gone. */
  readonly participant: Participant;
  /** They are still in the meeting. When they are not, there is nothing left to ask. */
  readonly present: boolean;
  readonly onClose: () => void;
}
/** Asks something about one person before it is done. */
export type PersonDialog = ComponentType<PersonDialogProps>;

/** What there is to know for saying what may be done about a person, and what it takes to do it. */
export interface PersonContext {
  readonly t: Words;
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly person: Participant;
  readonly isMe: boolean;
  /** May I? */
  readonly may: (permission: Permission) => boolean;
  /**
   * Asks main. Says `done` where it was accepted, and why not where it was refused: a menu is closed by then. What changes
   * comes as a snapshot.
   */
  readonly send: <Name extends RouteName>(
    route: Name,
    request: RouteRequest<Name>,
    done?: string,
  ) => Promise<Result<unknown>>;
  /** How I look at the meeting, and what changes that. */
  readonly stage: StageViewHold;
  /** Opens a dialog about the person. */
  readonly open: (dialog: PersonDialog) => void;
}

/** One group of things that may be done about a person, in the order of the menu; empty where there are none. */
export type PersonActions = (context: PersonContext) => readonly MenuAction[];
