import { clsx } from 'clsx';
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';

import styles from './SearchField.module.css';

interface SearchFieldProps {
  /** Names it, and stands in it while nothing is typed. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** What the button that empties it is called; as React Aria calls it, unless told. */
  readonly clearLabel?: string;
  /** Arrow down or Enter: on to what was found. */
  readonly onInto?: () => void;
  /** Focus begins here. */
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Where it stands. */
  readonly className?: string | undefined;
}

/** Looks for what is typed, while one types. Escape empties it first, and then closes what it is in. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, clearLabel, onInto, autoFocus = false, inputRef, className } = props;
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onInto && { onSubmit: onInto })}
      autoFocus={autoFocus}
      className={clsx(styles.field, className)}
    >
      <Search size={16} aria-hidden="true" className={clsx(styles.icon)} />
      <Input
        {...(inputRef && { ref: inputRef })}
        placeholder={label}
        autoComplete="off"
        spellCheck="false"
        className={clsx(styles.input)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || !onInto) return;
          event.preventDefault();
          onInto();
        }}
      />
      {value === '' ? null : (
        <Button {...(clearLabel !== undefined && { 'aria-label': clearLabel })} className={clsx(styles.clear)}>
          <X size={16} />
        </Button>
      )}
    </AriaSearchField>
  );
}
