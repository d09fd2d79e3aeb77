import type { CloseBehaviour } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';

import { isInMeeting } from '../capture/phases.ts';
import type { HostingServer } from '../hosting/hosting.ts';
import { servedIn, servedOthers } from '../hosting/served.ts';
import type { Log, WindowPort } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { Leaving } from '../session/leaving.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { AskedLeave } from './askedLeave.ts';

export type CloseDecision = 'close' | 'hide' | 'leave' | 'ask' | 'quit';

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
  /** Others who are in a meeting on the server inside this app, which goes with it. */
  readonly served: number;
}): CloseDecision {
  if (facts.quitting) return 'close';
  if (!isInMeeting(facts.session)) {
    if (facts.outlivesWindow) return 'hide';
    return facts.served > 0 ? 'quit' : 'close';
  }
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
  readonly askedLeave: AskedLeave;
  readonly window: WindowPort;
  readonly keepBehaviour: (behaviour: CloseBehaviour) => void;
  readonly isQuitting: () => boolean;
  readonly hosting: Pick<HostingServer, 'people'>;
  /** Ends the app, or on macOS only hides it, once the meeting is left; `agreed`: whoever is served has been asked about. */
  readonly closeForGood: (agreed: boolean) => void;
  readonly outlivesWindow: boolean;
  readonly log: Log;
}): CloseGuard {
  const { store, prompts, leaving, window, keepBehaviour, isQuitting, closeForGood, outlivesWindow, log } = parts;
  const served = (): number => servedOthers(parts.hosting, store.current.session);

  const leave = async (agreed: boolean, handOverTo?: ParticipantId): Promise<void> => {
    await leaving.leaveAndWait(handOverTo);
    closeForGood(agreed);
  };
  /** The way out that was agreed on once for all, but for who is host then. */
  const leaveAsAgreed = async (): Promise<void> => {
    const way = await parts.askedLeave.ask();
    if (way !== null) await leave(false, way.handOverTo);
  };
  const ask = async (): Promise<void> => {
    window.show();
    // Where the app stays without its window, so does the server.
    const lost = servedIn(outlivesWindow ? 0 : served());
    prompts.withdraw('close-window');
    const { answer, remember, handOverTo } = await prompts.ask({ kind: 'close-window', ...lost });
    if (answer !== 'keep-running' && answer !== 'leave') return;
    if (remember) keepBehaviour(answer);
    if (answer === 'keep-running') window.hide();
    else await leave(true, handOverTo);
  };

  return {
    requested() {
      const { session, settings } = store.current;
      const behaviour = settings.closeBehaviour;
      const decision = decideClose({ session, behaviour, quitting: isQuitting(), outlivesWindow, served: served() });
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
          void leaveAsAgreed();
          return false;
        case 'quit':
          closeForGood(false);
          return false;
        case 'ask':
          void ask();
          return false;
      }
    },
  };
}
