import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import type { SettingsSection } from './section.ts';
import styles from './Rows.module.css';

/** A section's heading and its rows, one below the other. */
export function Rows({ section }: { readonly section: SettingsSection }) {
  const { t } = useTranslation();
  return (
    <section aria-label={section.title(t)}>
      <h3 className={clsx(styles.title)}>{section.title(t)}</h3>
      <div className={clsx(styles.rows)}>
        {section.rows.map(({ id, title, description, Control }) => (
          <div key={id} data-row={id} className={clsx(styles.row)}>
            <Control title={title(t)} description={description?.(t)} />
          </div>
        ))}
      </div>
    </section>
  );
}
