import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

import styles from './PeoplePanel.module.css';

interface PersonGroupProps {
  readonly title: string;
  readonly count: number;
  /** What is done about all of them at once. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** Some of the people in the panel, with what they have in common. */
export function PersonGroup({ title, count, action, children }: PersonGroupProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={clsx(styles.group)}>
      <header className={clsx(styles.groupHead)}>
        <h3 id={heading} className={clsx(styles.heading)}>
          {title} <span className={clsx(styles.count)}>{count}</span>
        </h3>
        {action}
      </header>
      <ul>{children}</ul>
    </section>
  );
}
