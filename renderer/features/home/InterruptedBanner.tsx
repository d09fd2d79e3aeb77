import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { InterruptedMeeting } from '#protocol/ipc/snapshot.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';

interface InterruptedBannerProps {
  readonly meeting: InterruptedMeeting;
  readonly dismiss: ReactNode;
}

/** The last run ended inside a meeting: the way back into it, or, where there is none from here, what to do. */
export function InterruptedBanner({ meeting, dismiss }: InterruptedBannerProps) {
  const { t } = useTranslation();
  const reopen = useRequest('session:reopen');
  const { server, room, hosted, mayRejoin } = meeting;
  if (!mayRejoin) {
    return (
      <Banner
        role="status"
        tone="caution"
        icon={<History size={20} />}
        hint={t('home.interruptedHow')}
        actions={dismiss}
      >
        {t('home.interruptedOnly', { room })}
      </Banner>
    );
  }
  return (
    <>
      <Banner
        role="status"
        icon={<History size={20} />}
        hint={hosted ? t('home.hosted') : t('home.onServer', { server })}
        actions={
          <>
            <Button size="small" isPending={reopen.pending} onPress={() => void reopen.send({ server, room })}>
              {t('common.rejoin')}
            </Button>
            {dismiss}
          </>
        }
      >
        {t('home.interrupted', { room })}
      </Banner>
      <Fault error={reopen.error} />
    </>
  );
}
