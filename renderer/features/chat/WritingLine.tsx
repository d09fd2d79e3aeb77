import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import { participantOf } from '#meeting/room/selectors.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { SessionIn } from '#protocol/session.ts';

import type { Words } from '../../words/words.ts';
import styles from './ChatPanel.module.css';

interface WritingLineProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly writing: readonly ParticipantId[];
}

/** Who writes just now; for eyes alone, because nothing has been said yet. Always as high, so that nothing jumps. */
export function WritingLine({ session, writing }: WritingLineProps) {
  const { t } = useTranslation();
  const names = writing.flatMap((id) => participantOf(session.room, id)?.name ?? []);
  const words = sayWriting(t, names);
  return (
    <p aria-hidden="true" dir="auto" className={clsx(styles.writing)}>
      {words}
    </p>
  );
}

function sayWriting(t: Words, [name, more, third]: readonly string[]): string {
  if (name === undefined) return '';
  if (more === undefined) return t('chat.writingOne', { name });
  return third === undefined ? t('chat.writingTwo', { name, more }) : t('chat.writingMany');
}
