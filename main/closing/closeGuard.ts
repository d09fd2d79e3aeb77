import type { CloseBehaviour } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { Log, WindowPort } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { Leaving } from '../session/leaving.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

export type CloseDecision = 'close' | 'hide' | 'leave' | 'ask';

/**
 * What becomes of a window that is asked to close. Decided in main, because a page that hangs could neither ask nor
 * answer (electron#17364).
 */
export function decideClose(facts: {
  readonly session: Session;
  readonly behaviour: CloseBehaviour;
  /** The app is on its way out: nothing holds the window any more. */
  readonly quitting: boolean;
  /** macOS: an app outlives its windows. */
  readonly outlivesWindow: boolean;
}): CloseDecision {
  if (facts.quitting) return 'close';
  if (!isInMeeting(facts.session)) return facts.outlivesWindow ? 'hide' : 'close';
  switch (facts.behaviour) {
    case 'ask':
      return 'ask';
    case 'keep-running':
      return 'hide';
    case 'leave':
      return 'leave';
  }
}

export interface CloseGuard {
  /** The window is asked to close. True: it may. */
  requested(): boolean;
}

export function createCloseGuard(parts: {
  readonly store: SnapshotStore;
  readonly prompts: PromptDesk;
  readonly leaving: Leaving;
  readonly window: WindowPort;
  readonly keepBehaviour: (behaviour: CloseBehaviour) => void;
  readonly isQuitting: () => boolean;
  /** Ends the app, or on macOS only hides it, once the meeting is left. */
  readonly closeForGood: () => void;
  readonly outlivesWindow: boolean;
  readonly log: Log;
}): CloseGuard {
  const { store, prompts, leaving, window, keepBehaviour, isQuitting, closeForGood, outlivesWindow, log } = parts;

  const leave = async (): Promise<void> => {
    await leaving.leaveAndWait();
    closeForGood();
  };
  const ask = async (): Promise<void> => {
    window.show();
    const { answer, remember } = await prompts.ask({ kind: 'close-window' });
    if (answer !== 'keep-running' && answer !== 'leave') return;
    if (remember) keepBehaviour(answer);
    if (answer === 'keep-running') window.hide();
    else await leave();
  };

  return {
    requested() {
      const { session, settings } = store.current;
      const behaviour = settings.closeBehaviour;
      const decision = decideClose({ session, behaviour, quitting: isQuitting(), outlivesWindow });
      log('close-requested', { decision });
      switch (decision) {
        case 'close':
          return true;
        case 'hide':
          // Out of sight, a preview would be a camera that nobody knows of.
          if (!isInMeeting(session)) leaving.leave();
          window.hide();
          return false;
        case 'leave':
          void leave();
          return false;
        case 'ask':
          void ask();
          return false;
      }
    },
  };
}
