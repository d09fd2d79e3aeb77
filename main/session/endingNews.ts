import type { ScheduledEnd } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
import type { Clock } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/**
 * Whoever has no window to look at is told that the meeting is about to end, and, if they were, that it is not any more.
 * In the window a banner says the same. Whoever set the end knows.
 */
export function tellOfScheduledEnds(parts: {
  readonly store: SnapshotStore;
  readonly tellUnseen: TellUnseen;
  readonly speech: Speech;
  readonly clock: Clock;
}): void {
  const { store, tellUnseen, speech, clock } = parts;
  const { t } = speech;
  let told = false;

  store.onChange(({ session }, before) => {
    const scheduled = scheduledEnd(session);
    if (scheduled?.endsAt === scheduledEnd(before.session)?.endsAt || !isInside(session)) return;
    if (scheduled === null) {
      const name = session.room.cancelledEnd?.by.name;
      const body = name === undefined ? t('outside.ending.notEnding') : t('outside.ending.calledOff', { name });
      if (told) tellUnseen({ title: t('outside.ending.goesOn'), body });
      told = false;
    } else if (participantOf(session.room, session.me)?.principal !== scheduled.principal) {
      const count = Math.max(1, Math.ceil((scheduled.endsAt - clock.now() - session.clockOffset) / 1000));
      const body = `${t('outside.ending.in', { count, name: scheduled.by.name })} ${scheduled.note}`.trim();
      told = tellUnseen({ title: t('outside.ending.soon'), body });
    }
  });
}

function scheduledEnd(session: Session): ScheduledEnd | null {
  return isInside(session) ? (session.room.scheduledEnd ?? null) : null;
}
