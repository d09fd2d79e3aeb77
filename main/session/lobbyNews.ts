import type { Knock } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';
import type { Words } from '#languages/words.ts';
import { everyoneWaiting, isAppeal } from '#meeting/room/lobby.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
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
  readonly speech: Speech;
  readonly page: Pick<PagePort, 'push'>;
  readonly window: { show(): void };
  readonly log: Log;
}): void {
  const { client, store, tellUnseen, speech, page, window, log } = parts;
  const { t } = speech;
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
    const text = { title: titleOf(t, knock), body: knock.appeal || t('outside.lobby.text') };
    tellUnseen(text, showPeople, { label: t('outside.lobby.letIn'), run: () => void letIn(knock) });
  };

  store.onChange(({ session }, before) => {
    if (session === before.session) return;
    const known = new Set(waitingIn(before.session).map(({ principal }) => principal));
    const came = waitingIn(session).filter(({ principal }) => !known.has(principal));
    if (came.length <= MOST) for (const knock of came) tell(knock);
    else {
      const title = t('outside.lobby.many', { count: came.length });
      tellUnseen({ title, body: t('outside.lobby.text') }, showPeople);
    }
  });
}

const titleOf = (t: Words, knock: Knock): string =>
  t(isAppeal(knock) ? 'outside.lobby.comesBack' : 'outside.lobby.waits', { name: knock.name });

const waitingIn = (session: Session): readonly Knock[] => (isInside(session) ? everyoneWaiting(session.room) : []);
