import { clsx } from 'clsx';
import { ArrowDown, MessageSquare } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { participantOf } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Button } from '../../ui/Button.tsx';
import styles from './ChatList.module.css';
import type { ChatView } from './chatStore.ts';
import { entriesOf } from './groups.ts';
import { MessageGroup } from './MessageGroup.tsx';
import { UnsentRow } from './UnsentRow.tsx';
import { useEnd } from './useEnd.ts';
import { useReading } from './useReading.ts';
import { useTime } from './useTime.ts';

interface ChatListProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly chat: ChatView;
}

/** In the order of the Tab key, because there may be nothing in the list to go to. */
const SCROLLED_BY_KEYS = { tabIndex: 0 };

/** All that was said, the newest below; it stays there unless somebody scrolls up. */
export function ChatList({ session, chat }: ChatListProps) {
  const { t } = useTranslation();
  const me = participantOf(session.room, session.me)?.principal;
  const { list, atEnd, onScroll, toEnd } = useEnd();
  const newFrom = useReading(chat, me, atEnd);
  const { messages, gaps } = chat;
  const entries = useMemo(() => entriesOf(messages, gaps, newFrom), [messages, gaps, newFrom]);
  const time = useTime(session);
  if (entries.length === 0 && chat.unsent.length === 0) return <Empty />;
  return (
    <div className={clsx(styles.frame)}>
      <div
        ref={list}
        onScroll={onScroll}
        {...SCROLLED_BY_KEYS}
        role="log"
        aria-live="off"
        aria-label={t('chat.title')}
        className={clsx(styles.list)}
      >
        <p className={clsx(styles.since)}>{t('chat.onlySince')}</p>
        {entries.map((entry) => {
          if (entry.kind === 'group') {
            return <MessageGroup key={entry.key} group={entry} me={me} time={time} />;
          }
          const words = entry.kind === 'new' ? t('chat.newMessages') : t('chat.gap', { time: time(entry.at) });
          return (
            <p key={entry.key} className={clsx(styles.divider, entry.kind === 'new' && styles.fresh)}>
              <span>{words}</span>
            </p>
          );
        })}
        {chat.unsent.map((unsent) => (
          <UnsentRow key={unsent.message} unsent={unsent} />
        ))}
      </div>
      {atEnd ? null : (
        <div className={clsx(styles.down)}>
          <Button size="small" icon={<ArrowDown size={16} />} onPress={toEnd}>
            {chat.unread > 0 ? t('chat.unread', { count: chat.unread }) : t('chat.toNewest')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <div className={clsx(styles.empty)}>
      <MessageSquare size={28} aria-hidden="true" />
      <p className={clsx(styles.emptyTitle)}>{t('chat.empty')}</p>
      <p>{t('chat.emptyText')}</p>
    </div>
  );
}
