import { clsx } from 'clsx';

import styles from './Avatar.module.css';
import { hueOf, initials } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  /** What the colour is made from: the same for one person everywhere. */
  readonly identity: string;
  /** Grows with what holds it. */
  readonly fill?: boolean;
}

const HUES = 10;

/** Initials on a colour, for where there is no picture. Decoration: the name stands beside it. */
export function Avatar({ name, identity, fill = false }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={clsx(styles.avatar, fill && styles.fill, styles[`hue${hueOf(identity, HUES)}`])}
    >
      <span>{initials(name)}</span>
    </span>
  );
}
