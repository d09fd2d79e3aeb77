import { clsx } from 'clsx';

import { useSnapshot } from '../../../bridge/parley.ts';
import type { RowWords } from '../section.ts';
import styles from './Line.module.css';

/** Which Parley this is, to read and to copy. */
export function VersionSetting({ title }: RowWords) {
  const { app } = useSnapshot();
  return (
    <p className={clsx(styles.line)}>
      <span className={clsx(styles.label)}>{title}</span>
      <span className={clsx(styles.value)}>{app.version}</span>
    </p>
  );
}
