import { clsx } from 'clsx';
import { useId } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';

import styles from './Switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
  readonly isDisabled?: boolean;
  /** The words at the start of the line, the switch at its end. */
  readonly apart?: boolean;
}

/** On or off, at once. */
export function Switch({ label, hint, isSelected, onChange, isDisabled = false, apart = false }: SwitchProps) {
  const hintId = useId();
  return (
    <div className={clsx(apart && styles.apart)}>
      <SwitchField
        isSelected={isSelected}
        onChange={onChange}
        isDisabled={isDisabled}
        {...(hint ? { 'aria-describedby': hintId } : {})}
      >
        <SwitchButton className={clsx(styles.switch)}>
          <span className={clsx(styles.track)} />
          {label}
        </SwitchButton>
      </SwitchField>
      {hint ? (
        <p id={hintId} className={clsx(styles.hint)}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
