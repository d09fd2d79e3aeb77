import { clsx } from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

import { IconButton } from './IconButton.tsx';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  /** Names the region. */
  readonly label: string;
  /** Heads it; the label where there is nothing to add. */
  readonly title?: ReactNode;
  /** Buttons of the head, before the one that closes. */
  readonly actions?: ReactNode;
  readonly closeLabel: string;
  /** Focus begins on the button that closes: nothing in it wants it more. */
  readonly focusesClose: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the stage for as long as one wants it. */
export function SidePanel(props: SidePanelProps) {
  const { label, title = label, actions, closeLabel, focusesClose, onClose, children } = props;
  return (
    <section data-region tabIndex={-1} aria-label={label} className={clsx(styles.panel)}>
      <header className={clsx(styles.head)}>
        <h2 className={clsx(styles.title)}>{title}</h2>
        {actions}
        <IconButton label={closeLabel} onPress={onClose} autoFocus={focusesClose}>
          <X size={18} />
        </IconButton>
      </header>
      {children}
    </section>
  );
}
