import { useTranslation } from 'react-i18next';

import { useRequest } from '../../../bridge/useRequest.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';

/** The connection is lost and being taken up again; media goes on while it can. */
export function ReconnectingBanner({ attempt }: { readonly attempt: number }) {
  const { t } = useTranslation();
  const stop = useRequest('session:cancel');
  return (
    <Banner
      role="status"
      tone="caution"
      icon={<Spinner />}
      hint={t('meeting.reconnectingHint', { attempt })}
      actions={
        <Button size="small" isPending={stop.pending} onPress={() => void stop.send({})}>
          {t('meeting.stopReconnecting')}
        </Button>
      }
    >
      {t('meeting.reconnectingBanner')}
    </Banner>
  );
}
