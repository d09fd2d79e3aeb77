import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../../app/announcer.ts';
import { useNowAgain } from '../../../ui/useNow.ts';
import { type Closing, closingOf, untilClosingChanges } from './closing.ts';

const MINUTE_MS = 60_000;

/**
 * The end that is near, and says so when it comes near: ten minutes and one minute before the time limit, one minute
 * before a meeting without a host is closed. Whoever joins later hears of it then.
 */
export function useClosingNews(session: SessionIn<'joined' | 'reconnecting'>): Closing | null {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const now = useNowAgain((at) => untilClosingChanges(session, at));
  const closing = closingOf(session, now);
  const minutes = closing === null ? 0 : Math.max(1, Math.ceil(closing.leftMs / MINUTE_MS));
  const key = closing === null ? null : (`${closing.policy} ${closing.stage}` as const);
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (said.current === key) return;
    said.current = key;
    if (closing === null) return;
    // The last minute has a banner.
    say(t(`meeting.closing.${closing.policy}`, { count: minutes }), { shown: closing.stage === 'soon' });
  }, [key, closing, minutes, say, t]);
  return closing;
}
