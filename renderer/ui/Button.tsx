import { clsx } from 'clsx';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './Button.module.css';
import { Working } from './Spinner.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet';
  readonly size?: 'small' | 'medium' | 'large';
  /** As wide as what holds it. */
  readonly wide?: boolean;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. While pending it stays focusable and keeps its name. */
export function Button({ look = 'secondary', size = 'medium', wide = false, icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={clsx(styles.button, styles[look], styles[size], wide && styles.wide)}>
      <Working isPending={rest.isPending}>{icon}</Working>
      {children}
    </AriaButton>
  );
}
