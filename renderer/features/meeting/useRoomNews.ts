import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { sayGone } from '../../words/say.ts';
import { sayRoleChange } from '../../words/sayRole.ts';
import { roomNews } from './roomNews.ts';
import { useMeeting } from './useMeeting.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** Says what happens in the room: who comes, goes, becomes host, locks; and how my own connection is. */
export function useRoomNews(session: Inside): void {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const before = useRef<Inside | null>(null);
  useMeeting({
    onParticipantLeft: (left) => {
      // Whoever moved between speaker and viewer is back at once, and the word of the new role says it all.
      if (left.reason.type !== 'REMOVE_PEER_VIEWER_MODE_CHANGED') say(sayGone(t, left));
    },
    onRoleChanged: (changed) => say(sayRoleChange(t, changed, session)),
  });
  useEffect(() => {
    if (before.current === session) return;
    for (const { key, name, shown } of roomNews(before.current, session))
      say(t(`happened.${key}`, { name }), { shown });
    before.current = session;
  }, [session, say, t]);
}
