import { clsx } from 'clsx';
import { MessageSquare } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../../../ui/IconButton.tsx';
import type { RowItem } from '../../../ui/OverflowRow.tsx';
import { SHORTCUTS } from '../../../ui/shortcuts.ts';
import { useUnread } from '../../chat/chatStore.ts';
import type { PanelItem } from '../sidePanel/useSidePanels.ts';
import styles from './ControlBar.module.css';

/** More than this is not counted on the mark. */
const MOST_COUNTED = 99;

/** Shows and hides the chat, with how much of it is new; another colour where some of that means me. */
export function useChatItem({ shown, onToggle, button }: PanelItem): RowItem {
  const { t } = useTranslation();
  const id = useId();
  const { unread, mentions } = useUnread();
  const count = unread > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unread);
  const isNew = t('chat.unread', { count: unread });
  const words = mentions > 0 ? t('chat.mentionsYou', { unread: isNew }) : isNew;
  const node = (
    <>
      <IconButton
        size="large"
        className={styles.round}
        label={t('chat.title')}
        shortcut={SHORTCUTS.chat}
        aria-expanded={shown}
        {...(unread > 0 && { 'aria-describedby': id })}
        on={shown}
        onPress={onToggle}
        ref={button}
      >
        <MessageSquare size={20} />
        {unread > 0 ? (
          <span aria-hidden="true" className={clsx(styles.count, mentions > 0 && styles.waiting)}>
            {mentions > 0 ? `@${count}` : count}
          </span>
        ) : null}
      </IconButton>
      {unread > 0 ? (
        <span id={id} hidden>
          {words}
        </span>
      ) : null}
    </>
  );
  const label = unread > 0 ? `${t('chat.title')} · ${words}` : t('chat.title');
  const actions = [{ id: 'chat', label, icon: <MessageSquare size={18} />, onAction: onToggle }];
  return { id: 'chat', node, overflow: { rank: 85, actions } };
}
