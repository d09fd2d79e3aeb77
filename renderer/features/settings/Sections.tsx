import { clsx } from 'clsx';
import { Search, SearchX } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Rows } from './Rows.tsx';
import type { SectionId, SettingsSection } from './section.ts';
import styles from './Sections.module.css';

const FOUND = 'found';

interface SectionsProps {
  readonly sections: readonly SettingsSection[];
  /** What the search found, section by section; null where nothing is looked for. */
  readonly found: readonly SettingsSection[] | null;
  readonly query: string;
  readonly onClear: () => void;
  readonly first: SectionId | null;
  readonly isNarrow: boolean;
  readonly fault: ReactNode;
  readonly ref: Ref<HTMLDivElement>;
}

/** The sections at the start side (on top in a narrow window) and the chosen one beside them; or what was found. */
export function Sections({ sections, found, query, onClear, first, isNarrow, fault, ref }: SectionsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first !== null) list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [first]);
  const [chosen, setChosen] = useState<string>(first ?? sections[0]?.id ?? '');
  const choose = (key: string | number): void => {
    if (key === FOUND) return;
    setChosen(String(key));
    onClear();
  };
  return (
    <Tabs
      className={clsx(styles.sections)}
      orientation={isNarrow ? 'horizontal' : 'vertical'}
      selectedKey={found === null ? chosen : FOUND}
      onSelectionChange={choose}
    >
      <TabList ref={list} aria-label={t('settings.sectionsName')} className={clsx(styles.list)}>
        {found === null ? null : (
          <Tab id={FOUND} className={clsx(styles.tab)}>
            <Search size={18} />
            {t('settings.results')}
          </Tab>
        )}
        {sections.map(({ id, title, Icon }) => (
          <Tab key={id} id={id} className={clsx(styles.tab)}>
            <Icon size={18} />
            {title(t)}
          </Tab>
        ))}
      </TabList>
      {found === null ? null : (
        <TabPanel id={FOUND} className={clsx(styles.panel)}>
          <div ref={ref} className={clsx(styles.inside)}>
            {fault}
            {found.length === 0 ? <Nothing query={query} onClear={onClear} /> : null}
            {found.map((section) => (
              <Rows key={section.id} section={section} />
            ))}
          </div>
        </TabPanel>
      )}
      {sections.map((section) => (
        <TabPanel key={section.id} id={section.id} className={clsx(styles.panel)}>
          <div ref={found === null && chosen === section.id ? ref : null} className={clsx(styles.inside)}>
            {fault}
            <Rows section={section} />
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** Nothing is called that. */
function Nothing({ query, onClear }: { readonly query: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={clsx(styles.nothing)}>
      <SearchX size={28} aria-hidden="true" />
      <p className={clsx(styles.none)}>{t('settings.nothing', { query })}</p>
      <p>{t('settings.nothingHint')}</p>
      <Button onPress={onClear}>{t('settings.showAll')}</Button>
    </div>
  );
}
