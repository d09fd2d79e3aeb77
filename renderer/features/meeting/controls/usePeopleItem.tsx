import { clsx } from 'clsx';
import { Users } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { raisedHands } from '#meeting/room/hands.ts';
import { everyoneWaiting } from '#meeting/room/lobby.ts';
import { everyone } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import type { RowItem } from '../../../ui/OverflowRow.tsx';
import { SHORTCUTS } from '../../../ui/shortcuts.ts';
import type { PanelItem } from '../sidePanel/useSidePanels.ts';
import styles from './ControlBar.module.css';

interface PeopleItem extends PanelItem {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
}

/** Shows and hides people, with how many are here; and, to those who let people in, how many wait. */
export function usePeopleItem({ session, shown, onToggle, button }: PeopleItem): RowItem {
  const { t } = useTranslation();
  const id = useId();
  const waiting = everyoneWaiting(session.room).length;
  const hands = raisedHands(session.room).length;
  const words = [
    waiting > 0 ? t('lobby.waitingCount', { count: waiting }) : null,
    hands > 0 ? t('hands.count', { count: hands }) : null,
  ].filter((each) => each !== null);
  const node = (
    <>
      <IconButton
        size="large"
        className={styles.round}
        label={t('meeting.people')}
        shortcut={SHORTCUTS.people}
        aria-expanded={shown}
        {...(words.length > 0 && { 'aria-describedby': id })}
        on={shown}
        onPress={onToggle}
        ref={button}
      >
        <Users size={20} />
        <span aria-hidden="true" className={clsx(styles.count, waiting > 0 && styles.waiting)}>
          {waiting > 0 ? `+${waiting}` : everyone(session.room).length}
        </span>
      </IconButton>
      {words.length > 0 ? (
        <span id={id} hidden>
          {words.join(', ')}
        </span>
      ) : null}
    </>
  );
  const label = [t('meeting.people'), ...words].join(' · ');
  const actions = [{ id: 'people', label, icon: <Users size={18} />, onAction: onToggle }];
  return { id: 'people', node, overflow: { rank: 90, actions } };
}
