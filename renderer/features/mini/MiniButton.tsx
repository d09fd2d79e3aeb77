import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import styles from './MiniMeeting.module.css';

interface MiniButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly off?: boolean;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/**
 * A button of the small window. The platform's own, because the component library listens for focus and pointers in the
 * page's document, and this one is in another.
 */
export function MiniButton({ label, onPress, off = false, danger = false, isDisabled, children }: MiniButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onPress}
      className={clsx(styles.button, off && styles.off, danger && styles.danger)}
    >
      {children}
    </button>
  );
}
