import { clsx } from 'clsx';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { mayInSession } from '#meeting/session/mayInSession.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Fault } from '../../ui/Fault.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import styles from './ChatPanel.module.css';
import { ChatList } from './ChatList.tsx';
import { Composer } from './Composer.tsx';
import { useSaveChat } from './useSaveChat.ts';
import { WritingLine } from './WritingLine.tsx';
import { useChat } from './chatStore.ts';

interface ChatPanelProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onClose: () => void;
}

/** What is said in writing while I am here, and the field to say something. */
export function ChatPanel({ session, onClose }: ChatPanelProps) {
  const { t } = useTranslation();
  const chat = useChat();
  const saving = useSaveChat(session);
  const mayWrite = mayInSession(session, 'chat');
  return (
    <SidePanel
      label={t('chat.title')}
      actions={
        chat.messages.length > 0 ? (
          <IconButton label={t('chat.save')} isPending={saving.pending} onPress={saving.save}>
            <Download size={18} />
          </IconButton>
        ) : null
      }
      closeLabel={t('chat.close')}
      focusesClose={!mayWrite}
      onClose={onClose}
    >
      <ChatList session={session} chat={chat} />
      <WritingLine session={session} writing={chat.writing} />
      <Fault error={saving.error} words={saving.error?.code === 'not-written' ? t('chat.notSaved') : null} />
      {mayWrite ? (
        <Composer session={session} chat={chat} />
      ) : (
        <p className={clsx(styles.note)}>{t('chat.notAllowed')}</p>
      )}
    </SidePanel>
  );
}
