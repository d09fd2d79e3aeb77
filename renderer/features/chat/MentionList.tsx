import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import { Avatar } from '../../ui/Avatar.tsx';
import styles from './MentionList.module.css';
import type { MentionState } from './useMention.ts';

interface MentionListProps {
  readonly id: string;
  readonly mention: MentionState;
}

/** Who could be meant, above the field, which keeps the focus. */
export function MentionList({ id, mention }: MentionListProps) {
  const { t } = useTranslation();
  if (!mention.open) return null;
  return (
    <div id={id} role="listbox" aria-label={t('chat.people')} className={clsx(styles.list)}>
      {mention.people.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === mention.active}
          className={clsx(styles.person, index === mention.active && styles.active)}
          // Before the field loses the focus to it.
          onMouseDown={(event) => {
            event.preventDefault();
            mention.take(person);
          }}
        >
          <span className={clsx(styles.face)}>
            <Avatar name={person.name} identity={person.principal} />
          </span>
          <bdi className={clsx(styles.name)}>{person.name}</bdi>
        </div>
      ))}
    </div>
  );
}
