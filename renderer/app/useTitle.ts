import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { isInside } from '#meeting/session/reduce.ts';
import type { Session } from '#protocol/session.ts';

/** Names the window after the meeting, for the task bar and for whoever hears the window's name. */
export function useTitle(session: Session): void {
  const { t } = useTranslation();
  const room = isInside(session) ? session.target.room : null;
  useEffect(() => {
    document.title = room === null ? t('common.appName') : t('meeting.windowTitle', { room });
  }, [room, t]);
}
