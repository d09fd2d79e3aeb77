import { clsx } from 'clsx';
import { ArrowLeft, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SHORTCUTS } from '../../ui/shortcuts.ts';
import { SelfView } from '../capture/SelfView.tsx';
import { Wordmark } from '../home/Wordmark.tsx';
import { useOpenSettings } from '../settings/settingsDoor.ts';
import { CaptureChecks } from './CaptureChecks.tsx';
import { JoinAs } from './JoinAs.tsx';
import { Joining } from './Joining.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import styles from './PreviewScreen.module.css';
import { WaitingToBeLetIn } from './WaitingToBeLetIn.tsx';
import { usePreviewName } from './usePreviewName.ts';

/** A look at oneself before joining: how I look and sound, where I am about to go, and what I will be allowed there. */
export function PreviewScreen({ session }: { readonly session: SessionIn<'preview' | 'joining'> }) {
  const { t } = useTranslation();
  const [name, setName] = usePreviewName();
  const openSettings = useOpenSettings();
  const cancel = useRequest('session:cancel');
  const isJoining = session.phase === 'joining';
  return (
    <div className={clsx(styles.screen)}>
      <header className={clsx(styles.head)}>
        <Wordmark />
        <div className={clsx(styles.ways)}>
          {isJoining ? null : (
            <Button look="quiet" icon={<ArrowLeft size={18} />} onPress={() => void cancel.send({})}>
              {t('preview.back')}
            </Button>
          )}
          <IconButton label={t('home.settings')} shortcut={SHORTCUTS.settings} onPress={() => openSettings()}>
            <Settings size={20} />
          </IconButton>
        </div>
      </header>
      <main className={clsx(styles.main)}>
        <div className={clsx(styles.look)}>
          <SelfView name={name} />
          <CaptureChecks />
        </div>
        <div className={clsx(styles.ready)}>
          <h1 data-screen-heading tabIndex={-1} className={clsx(styles.title)}>
            {t(isJoining ? (session.waiting ? 'lobby.title' : 'preview.joiningTitle') : 'preview.title')}
          </h1>
          <MeetingFacts session={session} />
          {session.phase === 'joining' ? (
            <OnTheWay session={session} onCancel={() => void cancel.send({})} />
          ) : (
            <JoinAs session={session} name={name} onName={setName} />
          )}
        </div>
      </main>
    </div>
  );
}

function OnTheWay({ session, onCancel }: { readonly session: SessionIn<'joining'>; readonly onCancel: () => void }) {
  if (session.waiting) return <WaitingToBeLetIn waiting={session.waiting} onCancel={onCancel} />;
  return <Joining attempt={session.attempt} onCancel={onCancel} />;
}
