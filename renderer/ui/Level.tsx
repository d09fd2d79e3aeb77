import { clsx } from 'clsx';
import { Meter } from 'react-aria-components';

import styles from './Level.module.css';

const BARS = 16;
const bars = Array.from({ length: BARS }, (_, index) => index);

interface LevelProps {
  readonly label: string;
  /** 0..1 */
  readonly value: number;
}

/** How loud a microphone is. The root of the value is shown, because that is nearer to what ears hear. */
export function Level({ label, value }: LevelProps) {
  const shown = Math.sqrt(Math.min(1, Math.max(0, value)));
  return (
    <Meter aria-label={label} value={Math.round(shown * 100)} className={clsx(styles.level)}>
      {bars.map((bar) => (
        <span key={bar} className={clsx(styles.bar, bar < shown * BARS && styles.lit)} />
      ))}
    </Meter>
  );
}
