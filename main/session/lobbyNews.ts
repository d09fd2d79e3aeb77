import type { Knock } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import { everyoneWaiting, isAppeal } from '#meeting/room/lobby.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { NotificationPort, PagePort, WindowPort } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** More than this many who come at once are told of together. */
const MOST = 3;

/**
 * Whoever lets people in, and has no window to look at, is told who waits; a click leads to the list in which they can be
 * let in. Only those who may let them in know of them at all: whose room has nobody waiting is told nothing.
 */
export function tellWhoWaits(parts: {
  readonly store: SnapshotStore;
  readonly window: WindowPort;
  readonly notifications: NotificationPort;
  readonly page: Pick<PagePort, 'push'>;
}): void {
  const { store, window, notifications, page } = parts;
  const showPeople = (): void => {
    window.show();
    page.push('show', { panel: 'people' });
  };
  const tell = (title: string, body: string): void => notifications.show({ title, body }, showPeople);

  store.onChange(({ session }, before) => {
    if (session === before.session || window.visible) return;
    const known = new Set(waitingIn(before.session).map(({ principal }) => principal));
    const came = waitingIn(session).filter(({ principal }) => !known.has(principal));
    if (came.length > MOST) tell(`${came.length} people wait to be let in`, 'Open Parley to let them in.');
    else for (const knock of came) tell(titleOf(knock), knock.appeal || 'Open Parley to let them in.');
  });
}

const titleOf = (knock: Knock): string =>
  isAppeal(knock) ? `${knock.name} asks to come back` : `${knock.name} waits to be let in`;

const waitingIn = (session: Session): readonly Knock[] => (isInside(session) ? everyoneWaiting(session.room) : []);
