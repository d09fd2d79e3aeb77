import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import { Lasting } from './Lasting.tsx';
import styles from './Spinner.module.css';

/** Something goes on. Decoration: whoever shows it says in words what. */
export function Spinner({ large = false }: { readonly large?: boolean }) {
  return <span aria-hidden="true" className={clsx(styles.spinner, large && styles.large)} />;
}

interface WorkingProps {
  readonly isPending: boolean | undefined;
  /** What is in its place while nothing goes on. */
  readonly children: ReactNode;
}

/** In a control: shows that what it began goes on, where that takes longer than a blink. */
export function Working({ isPending, children }: WorkingProps) {
  if (!isPending) return children;
  return (
    <Lasting before={children}>
      <Spinner />
    </Lasting>
  );
}
