import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** The first line: who and why. */
  readonly lead?: ReactNode;
  readonly icon?: ReactNode;
  readonly tone?: 'accent' | 'danger' | 'caution';
  readonly wide?: boolean;
  /** For pictures to choose among. */
  readonly widest?: boolean;
  readonly children?: ReactNode;
  /** The buttons, the primary one last. */
  readonly actions: ReactNode;
  /** Escape was pressed, or it was put away in another way. Absent: it has to be answered. */
  readonly onClose?: () => void;
}

/** Something to read or decide on before anything else. Focus moves in, stays in, and goes back afterwards. */
export function Dialog({
  title,
  lead,
  icon,
  tone = 'accent',
  wide = false,
  widest = false,
  children,
  actions,
  onClose,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      className={clsx(styles.scrim)}
      isKeyboardDismissDisabled={!onClose}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.();
      }}
    >
      <Modal className={clsx(styles.modal, wide && styles.wide, widest && styles.widest)}>
        <AriaDialog className={clsx(styles.dialog)}>
          <header className={clsx(styles.head)}>
            {icon ? (
              <span aria-hidden="true" className={clsx(styles.badge, tone !== 'accent' && styles[tone])}>
                {icon}
              </span>
            ) : null}
            <div className={clsx(styles.words)}>
              <Heading slot="title" className={clsx(styles.title)}>
                {title}
              </Heading>
              {lead ? <p className={clsx(styles.lead)}>{lead}</p> : null}
            </div>
          </header>
          <div className={clsx(styles.body)}>{children}</div>
          <footer className={clsx(styles.foot)}>{actions}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
