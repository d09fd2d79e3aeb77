import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { Banner } from '../../../ui/Banner.tsx';
import { useClosingNews } from '../closing/useClosingNews.ts';

/** The last minute before a policy closes the meeting: which one it is, and what can be done. */
export function ClosingBanner({ session }: { readonly session: SessionIn<'joined' | 'reconnecting'> }) {
  const { t } = useTranslation();
  const closing = useClosingNews(session);
  if (closing?.stage !== 'last') return null;
  const after = closing.policy === 'duration' && session.room.lock ? 'locked' : closing.policy;
  return (
    <Banner tone="caution" icon={<Hourglass size={20} />} hint={t(`meeting.closingHint.${after}`)}>
      {t(`meeting.closing.${closing.policy}`, { count: 1 })}
    </Banner>
  );
}
