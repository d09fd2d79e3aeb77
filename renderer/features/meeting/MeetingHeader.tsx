import { clsx } from 'clsx';
import { ArrowRightLeft, Keyboard, LockKeyhole, PictureInPicture2, Settings } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SHORTCUTS } from '../../ui/shortcuts.ts';
import { RecordingMark } from '../recording/RecordingMark.tsx';
import { useOpenSettings } from '../settings/settingsDoor.ts';
import { SwitchDialog } from '../switching/SwitchDialog.tsx';
import { NetworkChip } from './banners/NetworkChip.tsx';
import { TimeLeft } from './closing/TimeLeft.tsx';
import { Elapsed } from './Elapsed.tsx';
import styles from './MeetingHeader.module.css';
import { ViewMenu } from './stage/ViewMenu.tsx';

interface MeetingHeaderProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onSheet: () => void;
}

/** Which meeting this is, for how long, for how long still, and whether it is locked. */
export function MeetingHeader({ session, onSheet }: MeetingHeaderProps) {
  const { t } = useTranslation();
  const { room, clockOffset } = session;
  const openSettings = useOpenSettings();
  const mini = useRequest('window:mini');
  const [switching, setSwitching] = useState(false);
  return (
    <header className={clsx(styles.head)}>
      <h1 data-screen-heading tabIndex={-1} className={clsx(styles.room)}>
        {room.id}
      </h1>
      {room.openedAt === null ? null : (
        <Elapsed since={room.openedAt} clockOffset={clockOffset} className={styles.time} />
      )}
      <TimeLeft session={session} className={styles.chip} />
      {room.lock ? (
        <span className={clsx(styles.chip)}>
          <LockKeyhole size={14} aria-hidden="true" />
          {t('meeting.locked')}
        </span>
      ) : null}
      <RecordingMark session={session} className={styles.chip} />
      <NetworkChip session={session} className={styles.chip} />
      <div className={clsx(styles.actions)}>
        <ViewMenu />
        <IconButton label={t('switching.open')} onPress={() => setSwitching(true)}>
          <ArrowRightLeft size={20} />
        </IconButton>
        <IconButton label={t('desktop.mini.open')} onPress={() => void mini.send({})}>
          <PictureInPicture2 size={20} />
        </IconButton>
        <IconButton label={t('meeting.shortcuts')} shortcut={SHORTCUTS.sheet} onPress={onSheet}>
          <Keyboard size={20} />
        </IconButton>
        <IconButton label={t('home.settings')} shortcut={SHORTCUTS.settings} onPress={() => openSettings()}>
          <Settings size={20} />
        </IconButton>
      </div>
      {switching ? <SwitchDialog session={session} onClose={() => setSwitching(false)} /> : null}
    </header>
  );
}
