import { clsx } from 'clsx';
import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useShortcuts } from '../../ui/useShortcuts.ts';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (query: string) => void;
  /** Arrow down or Enter: on to what was found. */
  readonly onInto: () => void;
  /** Whether focus begins here. */
  readonly isFirst: boolean;
}

/** Looks through the settings while one types. Escape empties it first, and then closes what it is in. */
export function SearchField({ value, onChange, onInto, isFirst }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ search: () => input.current?.focus() });
  return (
    <AriaSearchField
      aria-label={t('settings.search')}
      value={value}
      onChange={onChange}
      onSubmit={onInto}
      autoFocus={isFirst}
      className={clsx(styles.search)}
    >
      <Search size={16} aria-hidden="true" className={clsx(styles.icon)} />
      <Input
        ref={input}
        placeholder={t('settings.search')}
        spellCheck="false"
        className={clsx(styles.input)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onInto();
        }}
      />
      {value === '' ? null : (
        <Button className={clsx(styles.clear)}>
          <X size={16} />
        </Button>
      )}
    </AriaSearchField>
  );
}
