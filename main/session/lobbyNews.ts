import type { Knock } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';
import { everyoneWaiting, isAppeal } from '#meeting/room/lobby.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Log, PagePort } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** More than this many who come at once are told of together. */
const MOST = 3;

/**
 * Whoever lets people in, and has no window to look at, is told who waits; a click leads to the list in which they can be
 * let in, and where the desktop shows buttons one of them lets them in at once. Only those who may let them in know of them at all: whose room has nobody waiting is told nothing.
 */
export function tellWhoWaits(parts: {
  readonly store: SnapshotStore;
  readonly client: MeetingClient;
  readonly tellUnseen: TellUnseen;
  readonly page: Pick<PagePort, 'push'>;
  readonly window: { show(): void };
  readonly log: Log;
}): void {
  const { client, store, tellUnseen, page, window, log } = parts;
  const showPeople = (): void => page.push('show', { panel: 'people' });
  const letIn = async ({ principal }: Knock): Promise<void> => {
    const answer = await client.command({ type: 'admit', principal });
    if (answer.ok) return;
    // They went, or somebody else was quicker: the list says which.
    log('not-let-in-by-notification', { code: answer.error.code });
    window.show();
    showPeople();
  };
  const tell = (knock: Knock): void => {
    const text = { title: titleOf(knock), body: knock.appeal || 'Open Parley to let them in.' };
    tellUnseen(text, showPeople, { label: 'Let in', run: () => void letIn(knock) });
  };

  store.onChange(({ session }, before) => {
    if (session === before.session) return;
    const known = new Set(waitingIn(before.session).map(({ principal }) => principal));
    const came = waitingIn(session).filter(({ principal }) => !known.has(principal));
    if (came.length <= MOST) for (const knock of came) tell(knock);
    else
      tellUnseen({ title: `${came.length} people wait to be let in`, body: 'Open Parley to let them in.' }, showPeople);
  });
}

const titleOf = (knock: Knock): string =>
  isAppeal(knock) ? `${knock.name} asks to come back` : `${knock.name} waits to be let in`;

const waitingIn = (session: Session): readonly Knock[] => (isInside(session) ? everyoneWaiting(session.room) : []);
