import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';

/** Another meeting is being asked whether it lets me in; this one goes on until it has. */
export function SwitchingBanner() {
  const { t } = useTranslation();
  const { switchingTo = null } = useSnapshot();
  const stay = useRequest('session:stay');
  if (switchingTo === null) return null;
  return (
    <Banner
      role="status"
      icon={<Spinner />}
      hint={t('switching.askingHint')}
      actions={
        <Button size="small" isPending={stay.pending} onPress={() => void stay.send({})}>
          {t('switching.stay')}
        </Button>
      }
    >
      {t('switching.asking', { room: switchingTo.room })}
    </Banner>
  );
}
