import { clsx } from 'clsx';
import { Activity } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { PersonDialogProps } from '../../features/meeting/people/personActions.ts';
import styles from './ConnectionDialog.module.css';
import { sayRates } from './sayRates.ts';
import { useGrade, useLinkRates } from './useGrade.ts';

/** The link to one person in figures, as of the last second. Measured only while this is open. */
export function ConnectionDialog({ participant, present, onClose }: PersonDialogProps) {
  const { t, i18n } = useTranslation();
  const { id, name } = participant;
  const grade = useGrade(id);
  const rates = useLinkRates(id);
  useEffect(() => {
    if (!present) onClose();
  }, [present, onClose]);
  return (
    <Dialog
      icon={<Activity size={20} />}
      tone={grade === 'poor' ? 'danger' : grade === 'fair' ? 'caution' : 'accent'}
      title={t('quality.title', { name })}
      lead={t(grade === null ? 'quality.lead.notUp' : `quality.lead.${grade}`)}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      {rates === null ? (
        <p className={clsx(styles.wait)}>
          <Spinner /> {t('quality.measuring')}
        </p>
      ) : (
        <dl className={clsx(styles.facts)}>
          {sayRates(t, i18n.language, rates).map((fact) => (
            <div key={fact.name} className={clsx(styles.fact)}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
