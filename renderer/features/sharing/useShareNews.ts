import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { others } from '#meeting/room/selectors.ts';
import { isSharing } from '#meeting/room/sharing.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { useSnapshot } from '../../bridge/parley.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** Who of the others shares, as the room says. */
const sharing = ({ room, me }: Inside): readonly Participant[] => others(room, me).filter(isSharing);

/** Says who begins and stops to share, and why my own share ended when it was not by me. */
export function useShareNews(session: Inside): void {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const { shareEnd } = useSnapshot();
  const before = useRef<readonly Participant[]>([]);
  useEffect(() => {
    const now = sharing(session);
    for (const { id, name } of now) {
      if (!before.current.some((one) => one.id === id)) say(t('sharing.begun', { name }));
    }
    for (const { id, name } of before.current) {
      // Whoever left is told of as having left.
      const isGone = !Object.hasOwn(session.room.participants, id);
      if (!isGone && !now.some((one) => one.id === id)) say(t('sharing.over', { name }));
    }
    before.current = now;
  }, [session, say, t]);
  useEffect(() => {
    if (shareEnd) say(t(`sharing.ended.${shareEnd.why}`, { name: shareEnd.name }), { urgent: true });
  }, [shareEnd, say, t]);
}
