import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { Banner } from '../../ui/Banner.tsx';
import { capsOf } from './accelerator.ts';

/** Keys of mine that another program took before this meeting: they would be pressed in vain. */
export function TakenBanner() {
  const { t } = useTranslation();
  const { shortcutsTaken = [], settings } = useSnapshot();
  const [action] = shortcutsTaken;
  const keys = action === undefined ? null : settings[action === 'mute' ? 'globalMute' : 'globalLeave'];
  if (keys === null) return null;
  return (
    <Banner role="status" tone="caution" icon={<Keyboard size={20} />} hint={t('desktop.shortcuts.takenHint')}>
      {t('desktop.shortcuts.taken', { keys: capsOf(keys).join('+') })}
    </Banner>
  );
}
