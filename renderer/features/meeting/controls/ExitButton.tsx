import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

import { Working } from '../../../ui/Spinner.tsx';
import { WithTooltip } from '../../../ui/Tooltip.tsx';
import styles from './ExitButton.module.css';

interface ExitButtonProps {
  readonly label: string;
  readonly look: 'leave' | 'end';
  readonly icon: ReactNode;
  readonly isPending?: boolean;
  /** Absent where it opens a menu. */
  readonly onPress?: () => void;
}

/** A red button on the control bar; in a narrow window its icon alone. */
export function ExitButton({ label, look, icon, isPending = false, onPress }: ExitButtonProps) {
  return (
    <WithTooltip label={label}>
      <Button
        aria-label={label}
        isPending={isPending}
        {...(onPress ? { onPress } : {})}
        className={clsx(styles.exit, styles[look])}
      >
        <Working isPending={isPending}>{icon}</Working>
        <span className={clsx(styles.words)}>{label}</span>
      </Button>
    </WithTooltip>
  );
}
