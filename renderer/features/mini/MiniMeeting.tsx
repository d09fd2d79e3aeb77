import { clsx } from 'clsx';
import { LogOut, Maximize2, Mic, MicOff, Video as VideoOn, VideoOff, WifiOff } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { others } from '#meeting/room/selectors.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Video } from '../../ui/Video.tsx';
import { useBarred } from '../capture/useBarred.ts';
import { type DeviceKind, useCapture } from '../capture/useCapture.ts';
import { useSeen } from '../../features/meeting/stage/useSeen.ts';
import { MiniButton } from './MiniButton.tsx';
import styles from './MiniMeeting.module.css';
import { useFace } from './useFace.ts';
import { useMiniKeys } from './useMiniKeys.ts';

interface MiniMeetingProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
}

/** The meeting in the corner of the screen: one face, and what one does most. Grabbed anywhere, it is moved. */
export function MiniMeeting({ session }: MiniMeetingProps) {
  const { t } = useTranslation();
  const face = useFace(session);
  const count = others(session.room, session.me).length;
  const ref = useRef<HTMLElement>(null);
  useMiniKeys(ref);
  return (
    <main ref={ref} data-theme="dark" aria-label={t('desktop.mini.title')} className={clsx(styles.mini)}>
      <h1 className={clsx(styles.heard)}>{t('desktop.mini.title')}</h1>
      {face === null ? null : <Face key={face.id} participant={face} isMe={face.id === session.me} />}
      <p className={clsx(styles.count)}>
        {session.phase === 'reconnecting' ? (
          <>
            <WifiOff size={14} aria-hidden="true" className={clsx(styles.caution)} />
            {t('meeting.reconnecting')}
          </>
        ) : count === 0 ? (
          t('desktop.mini.alone')
        ) : (
          t('desktop.mini.others', { count })
        )}
      </p>
      <MiniControls />
    </main>
  );
}

function Face({ participant, isMe }: { readonly participant: Participant; readonly isMe: boolean }) {
  const { t } = useTranslation();
  const { name, principal, media } = participant;
  const { video, speaking, lost } = useSeen(participant, isMe);
  return (
    <div role="group" aria-label={name} className={clsx(styles.face, speaking && styles.speaking)}>
      {video ? (
        <Video stream={video} mirrored={isMe} className={clsx(styles.video)} />
      ) : (
        <div className={clsx(styles.none)}>
          <Avatar fill name={name} identity={principal} />
        </div>
      )}
      <div aria-hidden="true" className={clsx(styles.ring)} />
      <p className={clsx(styles.name)}>
        {lost ? (
          <Mark label={t('meeting.reconnecting')} className={clsx(styles.caution)}>
            <WifiOff size={14} />
          </Mark>
        ) : null}
        {media.microphone ? null : (
          <Mark label={t('meeting.muted')}>
            <MicOff size={14} />
          </Mark>
        )}
        <span dir="auto">{isMe ? t('meeting.you', { name }) : name}</span>
      </p>
      <span role="status" className={clsx(styles.heard)}>
        {speaking && !isMe ? t('desktop.mini.speaking', { name }) : ''}
      </span>
    </div>
  );
}

function MiniControls() {
  const { t } = useTranslation();
  const leave = useRequest('window:leave');
  const show = useRequest('window:show');
  return (
    <section aria-label={t('meeting.controls')} className={clsx(styles.controls)}>
      <DeviceButton kind="microphone" />
      <DeviceButton kind="camera" />
      <MiniButton label={t('desktop.mini.back')} onPress={() => void show.send({})}>
        <Maximize2 size={18} />
      </MiniButton>
      <MiniButton danger label={t('common.leave')} onPress={() => void leave.send({})}>
        <LogOut size={18} />
      </MiniButton>
    </section>
  );
}

const FACES = {
  microphone: { on: Mic, off: MicOff, turnOn: 'unmute', turnOff: 'mute' },
  camera: { on: VideoOn, off: VideoOff, turnOn: 'startVideo', turnOff: 'stopVideo' },
} as const;

function DeviceButton({ kind }: { readonly kind: DeviceKind }) {
  const { t } = useTranslation();
  const { view, toggle } = useCapture(kind);
  const isBarred = useBarred(kind) !== null;
  const face = FACES[kind];
  const Icon = view.wanted ? face.on : face.off;
  return (
    <MiniButton
      off={!view.wanted}
      isDisabled={isBarred}
      label={t(`capture.${view.wanted ? face.turnOff : face.turnOn}`)}
      onPress={toggle}
    >
      <Icon size={18} />
    </MiniButton>
  );
}
