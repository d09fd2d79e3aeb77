import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAnnouncer } from '../../../app/announcer.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import type { RowWords } from '../section.ts';
import styles from './Line.module.css';

/** Opens the folder of the logs. */
export function LogsSetting({ title, description }: RowWords) {
  const { t } = useTranslation();
  const open = useRequest('logs:open');
  return (
    <div className={clsx(styles.line)}>
      <Labelled title={title} description={description} />
      <Button isPending={open.pending} onPress={() => void open.send({})}>
        {t('settings.openLogs')}
      </Button>
      <Fault error={open.error} />
    </div>
  );
}

/** Writes the file for whoever looks for a fault, and says where it is. */
export function DiagnosticsSetting({ title, description }: RowWords) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const save = useRequest('diagnostics:save');
  const [path, setPath] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    const saved = await save.send({});
    if (!saved.ok) return;
    setPath(saved.value.path);
    say(t('settings.diagnosticsSaved', { path: saved.value.path }), { shown: false });
  };
  return (
    <div className={clsx(styles.line)}>
      <Labelled title={title} description={description} />
      <Button isPending={save.pending} onPress={() => void press()}>
        {t('settings.saveDiagnostics')}
      </Button>
      {path === null ? null : <p className={clsx(styles.hint)}>{t('settings.diagnosticsSaved', { path })}</p>}
      <Fault error={save.error} />
    </div>
  );
}

function Labelled({ title, description }: RowWords) {
  return (
    <div className={clsx(styles.words)}>
      <p className={clsx(styles.label)}>{title}</p>
      <p className={clsx(styles.hint)}>{description}</p>
    </div>
  );
}
