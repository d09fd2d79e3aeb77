import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { recorders } from '#meeting/room/recording.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import styles from './RecordingMark.module.css';

interface RecordingMarkProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly className: string | undefined;
}

/** Who records the meeting, for as long as somebody does; said aloud when it begins and when it ends. */
export function RecordingMark({ session: { room, me }, className }: RecordingMarkProps) {
  const { t } = useTranslation();
  const who = recorders(room);
  useRecordingNews(who, me);
  const [first] = who;
  if (!first) return null;
  const words =
    who.length > 1
      ? t('recording.byMany', { name: first.name })
      : first.id === me
        ? t('recording.byMe')
        : t('recording.by', { name: first.name });
  return (
    <span className={clsx(className, styles.mark)}>
      <span aria-hidden="true" className={clsx(styles.dot)} />
      <span dir="auto">{words}</span>
    </span>
  );
}

/** At the beginning of a stay a recording that goes on is news too: whoever came in must know. */
function useRecordingNews(who: readonly Participant[], me: string): void {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const known = useRef<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const now = new Map(who.map(({ id, name }) => [id as string, name]));
    for (const [id, name] of now) {
      if (!known.current.has(id)) say(id === me ? t('recording.iBegan') : t('recording.began', { name }));
    }
    for (const [id, name] of known.current) {
      if (!now.has(id)) say(id === me ? t('recording.iEnded') : t('recording.ended', { name }));
    }
    known.current = now;
  }, [who, me, say, t]);
}
