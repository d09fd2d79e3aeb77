import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import styles from './Banner.module.css';

export interface BannerProps {
  readonly icon: ReactNode;
  readonly tone?: 'accent' | 'caution' | 'danger';
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` where it answers what somebody just did, `status` where it came by itself. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly className?: string | undefined;
}

/** Something to know while going on, with what can be done about it. */
export function Banner({ icon, tone = 'accent', children, hint, actions, role = 'note', className }: BannerProps) {
  return (
    <div role={role} className={clsx(styles.banner, tone !== 'accent' && styles[tone], className)}>
      <span aria-hidden="true" className={clsx(styles.icon)}>
        {icon}
      </span>
      <div className={clsx(styles.words)}>
        <p className={clsx(styles.title)}>{children}</p>
        {hint ? <p className={clsx(styles.hint)}>{hint}</p> : null}
      </div>
      {actions ? <div className={clsx(styles.actions)}>{actions}</div> : null}
    </div>
  );
}
