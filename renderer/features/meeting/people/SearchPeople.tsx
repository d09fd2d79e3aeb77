import { clsx } from 'clsx';
import { Search, X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import styles from './SearchPeople.module.css';

interface SearchPeopleProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** Finds people by a part of their names. Escape empties it. */
export function SearchPeople({ typed, onType }: SearchPeopleProps) {
  const { t } = useTranslation();
  return (
    <SearchField aria-label={t('people.search')} value={typed} onChange={onType} className={clsx(styles.field)}>
      <Search size={16} aria-hidden="true" className={clsx(styles.icon)} />
      <Input placeholder={t('people.search')} autoComplete="off" spellCheck={false} className={clsx(styles.input)} />
      {typed === '' ? null : (
        <Button aria-label={t('people.clearSearch')} className={clsx(styles.clear)}>
          <X size={16} />
        </Button>
      )}
    </SearchField>
  );
}
