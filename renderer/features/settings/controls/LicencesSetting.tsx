import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../../ui/Button.tsx';
import type { RowWords } from '../section.ts';
import { LicencesDialog } from './LicencesDialog.tsx';
import styles from './Line.module.css';

/** Whose work Parley is made with, and under which licences. */
export function LicencesSetting({ title, description }: RowWords) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={clsx(styles.line)}>
      <div className={clsx(styles.words)}>
        <p className={clsx(styles.label)}>{title}</p>
        <p className={clsx(styles.hint)}>{description}</p>
      </div>
      <Button onPress={() => setIsOpen(true)}>{t('settings.showLicences')}</Button>
      {isOpen ? <LicencesDialog title={title} onClose={() => setIsOpen(false)} /> : null}
    </div>
  );
}
