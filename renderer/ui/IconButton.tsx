import { clsx } from 'clsx';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './IconButton.module.css';
import { ariaKeys, type Shortcut } from './shortcuts.ts';
import { Working } from './Spinner.tsx';
import { WithTooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Its accessible name, and the words of its tooltip. */
  readonly label: string;
  readonly shortcut?: Shortcut;
  readonly size?: 'medium' | 'large';
  readonly danger?: boolean;
  /** Drawn as switched on, where it opens or shows something. */
  readonly on?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows an icon; its words are in the tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, shortcut, size = 'medium', danger = false, on = false, className, children, ...rest } = props;
  return (
    <WithTooltip label={label} shortcut={shortcut}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(shortcut ? { 'aria-keyshortcuts': ariaKeys(shortcut) } : {})}
        className={clsx(
          styles.button,
          size === 'large' && styles.large,
          danger && styles.danger,
          on && styles.on,
          className,
        )}
      >
        <Working isPending={rest.isPending}>{children}</Working>
      </AriaButton>
    </WithTooltip>
  );
}
