import { Wifi } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useSnapshot } from '../../../bridge/parley.ts';

interface NetworkChipProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly className: string | undefined;
}

/** That others on the network can reach the meeting on this computer, and where. */
export function NetworkChip({ session, className }: NetworkChipProps) {
  const { t } = useTranslation();
  const { hosting } = useSnapshot();
  if (!session.target.hosted || hosting.state !== 'shared') return null;
  return (
    <span className={className} title={t('meeting.sharedAt', { address: hosting.addresses[0] ?? '' })}>
      <Wifi size={14} aria-hidden="true" />
      {t('meeting.shared')}
    </span>
  );
}
