import { Hourglass, ScreenShare } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

/** What I am sharing, for as long as I do, and the way to stop; or that I am waiting for my turn. */
export function SharingBanner() {
  const { t } = useTranslation();
  const { share, capture } = useSnapshot();
  const stop = useRequest('share:stop');
  if (!share) return null;
  const { name, sound, asking } = share;
  const button = (
    <Button size="small" isPending={stop.pending} onPress={() => void stop.send({})}>
      {t(asking ? 'sharing.bar.cancel' : 'sharing.bar.stop')}
    </Button>
  );
  if (asking) {
    return (
      <Banner role="status" icon={<Hourglass size={20} />} hint={t('sharing.bar.askingHint')} actions={button}>
        <span dir="auto">{t('sharing.bar.asking', { name: asking.name })}</span>
      </Banner>
    );
  }
  return (
    <Banner
      role="status"
      icon={<ScreenShare size={20} />}
      hint={sound ? t('sharing.bar.withSound') : undefined}
      actions={button}
    >
      <span dir="auto">{t(capture.screen.live ? 'sharing.bar.screen' : 'sharing.bar.starting', { name })}</span>
    </Banner>
  );
}
