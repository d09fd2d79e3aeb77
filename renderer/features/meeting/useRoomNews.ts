import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { sayGone } from '../../words/say.ts';
import { roomNews } from './roomNews.ts';
import { useMeeting } from './useMeeting.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** Says what happens in the room: who comes, goes, becomes host, locks; and how my own connection is. */
export function useRoomNews(session: Inside): void {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const before = useRef<Inside | null>(null);
  useMeeting({ onParticipantLeft: (left) => say(sayGone(t, left)) });
  useEffect(() => {
    if (before.current === session) return;
    for (const { key, name, shown } of roomNews(before.current, session))
      say(t(`happened.${key}`, { name }), { shown });
    before.current = session;
  }, [session, say, t]);
}
