import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../words/say.ts';

/** A newer version is there. Offered at home only: nobody is asked to restart in the middle of a meeting. */
export function UpdateBanner() {
  const { t } = useTranslation();
  const { updates } = useSnapshot();
  const restart = useRequest('updates:restart');
  const later = useRequest('updates:when-i-quit');
  if (updates?.state !== 'ready' || updates.onQuit) return null;
  const error = restart.error ?? later.error;
  return (
    <Banner
      role="status"
      icon={<Sparkles size={20} />}
      hint={error === null ? t('desktop.updates.readyHint') : sayError(t, error)}
      actions={
        <>
          <Button size="small" isPending={restart.pending} onPress={() => void restart.send({})}>
            {t('desktop.updates.restart')}
          </Button>
          <Button size="small" look="quiet" isPending={later.pending} onPress={() => void later.send({})}>
            {t('desktop.updates.whenIQuit')}
          </Button>
        </>
      }
    >
      {t('desktop.updates.ready', { version: updates.version })}
    </Banner>
  );
}
