import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Fault } from '../../ui/Fault.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { Sections } from './Sections.tsx';
import { findRows } from './search.ts';
import type { SectionId } from './section.ts';
import { SECTIONS } from './sections.ts';
import styles from './SettingsWindow.module.css';
import { type SettingsChange, SettingsChangeContext } from './useSettings.ts';

interface SettingsWindowProps {
  /** The section to begin with; null: the first. */
  readonly at: SectionId | null;
  readonly onClose: () => void;
}

/** All that can be set, by section and searchable. Everything takes effect at once; there is nothing to save or to lose. */
export function SettingsWindow({ at, onClose }: SettingsWindowProps) {
  const { t, i18n } = useTranslation();
  const snapshot = useSnapshot();
  const { send, error } = useRequest('settings:change');
  const change = useCallback<SettingsChange>((wanted) => void send(wanted), [send]);
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ search: () => search.current?.focus() });
  const isNarrow = useMediaQuery('(max-width: 719px)');

  const shown = findRows(SECTIONS, { query: '', languages: [t], snapshot });
  const isSearching = query.trim() !== '';
  const languages = [t, ...Object.keys(i18n.store.data).map((language) => i18n.getFixedT(language))];
  const found = isSearching ? findRows(SECTIONS, { query, languages, snapshot }) : null;
  const count = found?.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <ModalOverlay isOpen className={clsx(styles.scrim)} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal className={clsx(styles.modal)}>
        <Dialog className={clsx(styles.dialog)}>
          <header className={clsx(styles.head)}>
            <Heading slot="title" className={clsx(styles.title)}>
              {t('settings.title')}
            </Heading>
            <SearchField
              label={t('settings.search')}
              value={query}
              onChange={setQuery}
              onInto={() => panel.current?.querySelector<HTMLElement>(REACHED)?.focus()}
              autoFocus={at === null}
              inputRef={search}
              className={styles.search}
            />
            <IconButton label={t('settings.close')} onPress={onClose}>
              <X size={20} />
            </IconButton>
          </header>
          <p role="status" className={clsx(styles.heard)}>
            {count === undefined ? '' : t('settings.found', { count })}
          </p>
          <SettingsChangeContext value={change}>
            <Sections
              ref={panel}
              sections={shown}
              found={found}
              first={at}
              isNarrow={isNarrow}
              fault={<Fault error={error} />}
              query={query.trim()}
              onClear={() => setQuery('')}
            />
          </SettingsChangeContext>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What of a panel focus can be on. */
const REACHED = 'button:not(:disabled), input:not(:disabled), textarea, a[href]';
