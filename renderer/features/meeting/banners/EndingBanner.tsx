import { PhoneOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { mayIn } from '#meeting/room/selectors.ts';
import type { ScheduledEnd } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../../app/announcer.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { useNow } from '../../../ui/useNow.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** Somebody has set the end: how long it still goes, by whom and why, and the way to call it off for whoever may. */
export function EndingBanner({ session }: { readonly session: Inside }) {
  const { scheduledEnd } = session.room;
  useCancelledNews(session);
  return scheduledEnd ? <Countdown key={scheduledEnd.endsAt} session={session} end={scheduledEnd} /> : null;
}

/** Ticks for the eye alone; a screen reader hears it once. */
function Countdown({ session, end }: { readonly session: Inside; readonly end: ScheduledEnd }) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const cancel = useRequest('room:cancel-end');
  const left = end.endsAt - (useNow() + session.clockOffset);
  const count = Math.max(0, Math.ceil(left / 1000));
  const { name } = end.by;
  const said = useRef(false);
  useEffect(() => {
    if (said.current) return;
    said.current = true;
    const words = [t('ending.countdown.said', { count, name }), end.note].filter(Boolean).join(' ');
    say(words, { urgent: true, shown: false });
  }, [say, t, count, name, end.note]);
  const hint = [end.note, end.locked ? t('ending.countdown.locked') : ''].filter(Boolean).join(' · ');
  return (
    <>
      <Banner
        tone="danger"
        icon={<PhoneOff size={20} />}
        hint={hint}
        actions={
          mayIn(session.room, session.me, 'endRoom') ? (
            <Button size="small" isPending={cancel.pending} onPress={() => void cancel.send({})}>
              {t('ending.countdown.cancel')}
            </Button>
          ) : null
        }
      >
        <span role="timer" aria-live="off" dir="auto">
          {t(count === 0 ? 'ending.countdown.now' : 'ending.countdown.left', { count, name })}
        </span>
      </Banner>
      <Fault error={cancel.error} />
    </>
  );
}

/** The end was called off while I was here: said, and shown for a moment. */
function useCancelledNews({ room }: Inside): void {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const counting = useRef(false);
  const { scheduledEnd, cancelledEnd } = room;
  useEffect(() => {
    if (counting.current && !scheduledEnd && room.phase === 'open') {
      const name = cancelledEnd?.by.name;
      say(name === undefined ? t('happened.endCancelled') : t('happened.endCancelledBy', { name }), { urgent: true });
    }
    counting.current = Boolean(scheduledEnd);
  }, [room.phase, scheduledEnd, cancelledEnd, say, t]);
}
