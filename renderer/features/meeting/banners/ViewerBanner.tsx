import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { participantOf } from '#meeting/room/selectors.ts';
import { isViewerForNow } from '#meeting/room/speakers.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Banner } from '../../../ui/Banner.tsx';

/** I watch only because as many as may speak do: that it is so, and how it can change. */
export function ViewerBanner({ session }: { readonly session: SessionIn<'joined' | 'reconnecting'> }) {
  const { t } = useTranslation();
  const me = participantOf(session.room, session.me);
  if (!me || !isViewerForNow(session.room, me)) return null;
  return (
    <Banner role="status" icon={<Eye size={20} />} hint={t('roles.viewerForNowHint')}>
      {t('roles.viewerForNow')}
    </Banner>
  );
}
