import { clsx } from 'clsx';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChatMessage } from '#protocol/chat.ts';
import type { Millis, PrincipalId } from '#protocol/ids.ts';

import { Avatar } from '../../ui/Avatar.tsx';
import { FileCard } from '../files/FileCard.tsx';
import { keyOf } from './chatStore.ts';
import type { ChatGroup } from './groups.ts';
import styles from './MessageGroup.module.css';
import { MessageText } from './MessageText.tsx';

interface MessageGroupProps {
  readonly group: ChatGroup;
  readonly me: PrincipalId | undefined;
  readonly time: (at: Millis) => string;
}

/** What one person said within a minute, under their name and the time; mine on the other side. */
export const MessageGroup = memo(function MessageGroup({ group, me, time }: MessageGroupProps) {
  const { t } = useTranslation();
  const isMine = group.principal === me;
  const at = time(group.at);
  const name = isMine ? t('chat.you') : group.name;
  return (
    <article aria-label={t('chat.saidAt', { name, time: at })} className={clsx(styles.group, isMine && styles.mine)}>
      {isMine ? null : (
        <span className={clsx(styles.face)}>
          <Avatar name={group.name} identity={group.principal} />
        </span>
      )}
      <div className={clsx(styles.said)}>
        <p className={clsx(styles.head)}>
          {isMine ? null : (
            <span dir="auto" className={clsx(styles.name)}>
              {group.name}
            </span>
          )}
          <time dateTime={new Date(group.at).toISOString()} className={clsx(styles.time)}>
            {at}
          </time>
        </p>
        {group.messages.map((message) => (
          <Message key={keyOf(message)} message={message} me={me} />
        ))}
      </div>
    </article>
  );
});

function Message({ message, me }: { readonly message: ChatMessage; readonly me: PrincipalId | undefined }) {
  const { t } = useTranslation();
  const { content } = message;
  if (content === null) return <p className={clsx(styles.text, styles.unreadable)}>{t('chat.unreadable')}</p>;
  if (content.file) return <FileCard file={content.file} by={message.by} isMine={message.principal === me} />;
  const meansMe = message.principal !== me && content.mentions.some(({ principal }) => principal === me);
  return (
    <p dir="auto" className={clsx(styles.text, meansMe && styles.meansMe)}>
      {/* Apart, so that which way the text runs is decided by the text. */}
      {meansMe ? <bdi className={clsx(styles.heard)}>{t('chat.meant')}: </bdi> : null}
      <MessageText content={content} me={me} />
    </p>
  );
}
