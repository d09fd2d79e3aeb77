import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../../../ui/IconButton.tsx';
import type { RowItem } from '../../../ui/OverflowRow.tsx';
import { useCopyInvite } from '../useCopyInvite.ts';
import styles from './ControlBar.module.css';

/** Puts the invite link on the clipboard. */
export function useInviteItem(): RowItem {
  const { t } = useTranslation();
  const { copy, pending } = useCopyInvite();
  const label = t('meeting.copyInvite');
  return {
    id: 'invite',
    node: (
      <IconButton size="large" className={styles.round} label={label} isPending={pending} onPress={copy}>
        <Link2 size={20} />
      </IconButton>
    ),
    overflow: { rank: 10, actions: [{ id: 'invite', label, icon: <Link2 size={18} />, onAction: copy }] },
  };
}
