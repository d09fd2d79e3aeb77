import { HardDriveDownload, KeyRound, ServerOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { UpdateBanner } from '../updates/UpdateBanner.tsx';
import { RecordingBanner } from '../recording/RecordingBanner.tsx';
import { InterruptedBanner } from './InterruptedBanner.tsx';
import { LeftBanner } from './LeftBanner.tsx';

/** What there is to know before starting: how the last meeting was left or lost, and what is not as it should be here. */
export function HomeBanners({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const { app, hosting, session } = useSnapshot();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const { interrupted = null } = app;
  const dismiss = (which: string) => (
    <Button size="small" look="quiet" onPress={() => setRead(new Set([...read, which]))}>
      {t('common.dismiss')}
    </Button>
  );
  return (
    <div className={className}>
      {session.phase === 'over' && session.exit.mine ? <LeftBanner session={session} /> : null}
      <UpdateBanner />
      {interrupted !== null && !read.has('interrupted') ? (
        <InterruptedBanner meeting={interrupted} dismiss={dismiss('interrupted')} />
      ) : null}
      <RecordingBanner />
      {app.settingsSetAside !== null && !read.has('settings') ? (
        <Banner
          role="status"
          tone="caution"
          icon={<HardDriveDownload size={20} />}
          hint={t('home.settingsSetAsideWhere', { path: app.settingsSetAside })}
          actions={dismiss('settings')}
        >
          {t('home.settingsSetAside')}
        </Banner>
      ) : null}
      {!app.identityKept && !read.has('identity') ? (
        <Banner role="status" tone="caution" icon={<KeyRound size={20} />} actions={dismiss('identity')}>
          {t('home.identityNotKept')}
        </Banner>
      ) : null}
      {hosting.state === 'failed' ? (
        <Banner role="status" tone="caution" icon={<ServerOff size={20} />} hint={t('home.hostingFailedWhat')}>
          {t('home.hostingFailed')}
        </Banner>
      ) : null}
    </div>
  );
}
