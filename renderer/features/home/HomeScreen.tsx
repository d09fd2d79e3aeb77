import { clsx } from 'clsx';
import { Settings, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SHORTCUTS } from '../../ui/shortcuts.ts';
import { useOpenSettings } from '../settings/settingsDoor.ts';
import { HomeBanners } from './HomeBanners.tsx';
import styles from './HomeScreen.module.css';
import { JoinForm } from './JoinForm.tsx';
import { RecentMeetings } from './RecentMeetings.tsx';
import { Welcome } from './Welcome.tsx';
import { Wordmark } from './Wordmark.tsx';

/** Where everything starts, and where every meeting ends up. `isNamed`: somebody has said their name here before. */
export function HomeScreen({ isNamed }: { readonly isNamed: boolean }) {
  const { t } = useTranslation();
  const create = useRequest('session:create');
  const openSettings = useOpenSettings();
  return (
    <div className={clsx(styles.screen)}>
      <header className={clsx(styles.head)}>
        <Wordmark />
        <IconButton label={t('home.settings')} shortcut={SHORTCUTS.settings} onPress={() => openSettings()}>
          <Settings size={20} />
        </IconButton>
      </header>
      <main className={clsx(styles.main)}>
        <HomeBanners className={clsx(styles.banners)} />
        <div className={clsx(styles.middle)}>
          <div className={clsx(styles.start)}>
            <div>
              <h1 data-screen-heading tabIndex={-1} className={clsx(styles.title)}>
                {t('home.title')}
              </h1>
              <p className={clsx(styles.tagline)}>{t('home.tagline')}</p>
            </div>
            <Button
              look="primary"
              size="large"
              wide
              icon={<Video size={20} />}
              isPending={create.pending}
              onPress={() => void create.send({})}
            >
              {t('home.newMeeting')}
            </Button>
            <Fault error={create.error} />
            <div aria-hidden="true" className={clsx(styles.or)}>
              {t('home.or')}
            </div>
            <JoinForm />
          </div>
          {isNamed ? <RecentMeetings /> : <Welcome />}
        </div>
      </main>
    </div>
  );
}
