import { clsx } from 'clsx';
import { Hand as HandIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../../ui/IconButton.tsx';
import type { RowItem } from '../../ui/OverflowRow.tsx';
import { SHORTCUTS } from '../../ui/shortcuts.ts';
import styles from './HandItem.module.css';
import type { Hand } from './useHand.ts';

/** Raises my hand, and lowers it. */
export function useHandItem({ raised, pending, toggle }: Hand, className: string | undefined): RowItem {
  const { t } = useTranslation();
  const label = t(raised ? 'hands.lower' : 'hands.raise');
  return {
    id: 'hand',
    node: (
      <IconButton
        size="large"
        className={clsx(className, raised && styles.raised)}
        label={label}
        shortcut={SHORTCUTS.hand}
        on={raised}
        isPending={pending}
        onPress={toggle}
      >
        <HandIcon size={20} />
      </IconButton>
    ),
    overflow: { rank: 50, actions: [{ id: 'hand', label, icon: <HandIcon size={18} />, onAction: toggle }] },
  };
}
