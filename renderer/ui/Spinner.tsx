import { clsx } from 'clsx';

import styles from './Spinner.module.css';

/** Something goes on. Decoration: whoever shows it says in words what. */
export function Spinner({ large = false }: { readonly large?: boolean }) {
  return <span aria-hidden="true" className={clsx(styles.spinner, large && styles.large)} />;
}
